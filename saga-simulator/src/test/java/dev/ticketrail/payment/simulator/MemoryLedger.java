package dev.ticketrail.payment.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.ticketrail.payment.PaymentGateway;
import dev.ticketrail.payment.simulator.Behaviour.Mode;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Fault;
import dev.ticketrail.testing.invariants.Facts;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Stands in for the gateway's books. They belong to the world outside: no rollback and no
 * crash of ours takes anything back.
 */
public class MemoryLedger extends Ledger {

	private final Chance chance;

	private final InstantSource time;

	private final Map<String, Booking> bookings = new LinkedHashMap<>();

	MemoryLedger(Chance chance, InstantSource time) {
		super(new DriverManagerDataSource());
		this.chance = chance;
		this.time = time;
	}

	/** The gateway as it is, over these books. */
	public PaymentGateway gateway() {
		return new SimulatedGateway(this, Duration.ofSeconds(5));
	}

	@Override
	public Behaviour behaviour() {
		if (this.chance.hits(Fault.GATEWAY_DOWN)) {
			return new Behaviour(Mode.FAIL, null, null);
		}
		return this.chance.hits(Fault.GATEWAY_UNANSWERED) ? new Behaviour(Mode.TIMEOUT_AFTER_CHARGE, null, null)
				: Behaviour.NORMAL;
	}

	@Override
	List<Charge> book(List<Charge> charges) {
		List<Charge> booked = new ArrayList<>();
		for (Charge charge : charges) {
			Booking fresh = new Booking(charge, new LinkedHashMap<>(), this.time.instant());
			Booking known = this.bookings.putIfAbsent(key(charge), fresh);
			booked.add((known != null) ? known.charge() : charge);
		}
		return booked;
	}

	String key(Charge charge) {
		return charge.idempotencyKey();
	}

	@Override
	Optional<String> refund(String chargeId, String refundKey, String refundId) {
		return this.bookings.values()
			.stream()
			.filter((booking) -> booking.charge().chargeId().equals(chargeId)
					&& booking.charge().status() == Status.CHARGED)
			.filter((booking) -> Set.of(refundKey).containsAll(booking.refunds().keySet()))
			.findFirst()
			.map((booking) -> {
				String known = booking.refunds().putIfAbsent(refundKey, refundId);
				return (known != null) ? known : refundId;
			});
	}

	/** Forgets everything. */
	public void clear() {
		this.bookings.clear();
	}

	public List<Facts.Charge> facts() {
		return this.bookings.values().stream().map((booking) -> {
			BigDecimal charged = (booking.charge().status() == Status.CHARGED) ? booking.charge().amount()
					: BigDecimal.ZERO;
			return new Facts.Charge(booking.charge().orderId(), charged,
					charged.multiply(BigDecimal.valueOf(booking.refunds().size())), booking.at());
		}).toList();
	}

	Map<String, Booking> bookings() {
		return this.bookings;
	}

	/**
	 * An entry.
	 *
	 * @param refunds their ids by their keys
	 */
	record Booking(Charge charge, Map<String, String> refunds, Instant at) {

	}

}
