package dev.ticketrail.payment.simulator;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import dev.ticketrail.payment.PaymentGateway;
import dev.ticketrail.payment.simulator.Behaviour.Mode;
import dev.ticketrail.payment.simulator.Ledger.Status;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Keeps the promises of {@link PaymentGateway}, at once or as badly as it is told to.
 * Everything a caller of a real gateway can see goes wrong here too: errors, a limit,
 * slow answers, and answers lost after the booking.
 */
class SimulatedGateway implements PaymentGateway {

	/**
	 * How long a call waits for a slot under the gateway's limit before it is refused.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Ledger ledger;

	private final Duration readTimeout;

	private final GroupCommit<Mode, Behaviour> behaviours;

	private final GroupCommit<Ledger.Charge, Ledger.Charge> bookings;

	SimulatedGateway(Ledger ledger, Duration readTimeout) {
		this.ledger = ledger;
		this.readTimeout = readTimeout;
		this.behaviours = new GroupCommit<>((calls) -> Collections.nCopies(calls.size(), ledger.behaviour()));
		this.bookings = new GroupCommit<>(ledger::book);
	}

	@Override
	public ChargeResult charge(Charge charge) {
		return call(() -> {
			String key = charge.orderId();
			Behaviour behaviour = admit(() -> this.ledger.knowsCharge(key));
			Ledger.Charge asked = decide(key, charge);
			Ledger.Charge booked = this.bookings.ask(asked);
			if (booked.amount().compareTo(asked.amount()) != 0 || !booked.currency().equals(asked.currency())) {
				throw new UnprocessableEventException(
						"The payment gateway has been asked for this order before, with another amount or currency");
			}
			answer(behaviour, booked.chargeId().equals(asked.chargeId()));
			return (booked.status() == Status.DECLINED) ? new Declined(Objects.requireNonNull(booked.declineCode()))
					: new Charged(booked.chargeId());
		});
	}

	private static Ledger.Charge decide(String key, Charge charge) {
		String declineCode = TestCards.declineCode(charge.paymentMethod()).orElse(null);
		return new Ledger.Charge(key, newId("ch_"), charge.orderId(), charge.amount(), charge.currency(),
				(declineCode != null) ? Status.DECLINED : Status.CHARGED, declineCode);
	}

	@Override
	public String refund(String orderId, String chargeId) {
		return call(() -> {
			String key = PaymentGateway.refundKey(orderId);
			Behaviour behaviour = admit(() -> this.ledger.knowsRefund(chargeId, key));
			String asked = newId("re_");
			String booked = this.ledger.refund(chargeId, key, asked)
				.orElseThrow(() -> new UnprocessableEventException(
						"The payment gateway has nothing to pay back for " + chargeId));
			answer(behaviour, booked.equals(asked));
			return booked;
		});
	}

	private static String newId(String prefix) {
		return prefix + UUID.randomUUID().toString().replace("-", "");
	}

	private Behaviour admit(BooleanSupplier repeat) {
		Behaviour behaviour = this.behaviours.ask(Mode.NORMAL);
		if (behaviour.mode() == Mode.FAIL) {
			throw outage(new IOException("503 Service Unavailable (simulated)"));
		}
		if (behaviour.limit() > 0 && !repeat.getAsBoolean()) {
			pause(this.ledger.takeSlot(PATIENCE.toMillis())
				.map(Duration::ofMillis)
				.orElseThrow(() -> outage(new IOException("429 Too Many Requests (simulated)"))));
		}
		return behaviour;
	}

	private void answer(Behaviour behaviour, boolean fresh) {
		boolean lost = fresh && behaviour.mode() == Mode.TIMEOUT_AFTER_CHARGE;
		boolean late = behaviour.delay().compareTo(this.readTimeout) > 0;
		pause(late ? this.readTimeout : behaviour.delay());
		if (lost || late) {
			throw outage(new SocketTimeoutException("Read timed out (simulated)"));
		}
	}

	private static void pause(Duration duration) {
		try {
			if (duration.isPositive()) {
				Thread.sleep(duration);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw outage(ex);
		}
	}

	private static <T> T call(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException ex) {
			throw outage(ex);
		}
	}

	private static OutageException outage(Exception cause) {
		return new OutageException("payment gateway", cause);
	}

}
