package dev.ticketrail.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.ticketrail.events.Customer;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.payment.ChargeIntents.Intent;
import dev.ticketrail.payment.PaymentGateway.Charge;
import dev.ticketrail.payment.PaymentGateway.ChargeResult;
import dev.ticketrail.payment.PaymentGateway.Charged;
import dev.ticketrail.payment.PaymentGateway.Declined;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.stream.Collectors.toMap;

/**
 * Charges what was ordered, in three steps: the intent is committed, the gateway is
 * asked, the answer is recorded. After a crash between any two of them the event comes
 * again, finds the intent and asks again with the same key.
 * <p>
 * A payment that has its answer is not asked for again, so an order is charged once even
 * when the inbox has forgotten its event.
 */
@Component
class Charging {

	private static final String DEFAULT_PAYMENT_METHOD = "pm_card_visa";

	private final ChargeIntents intents;

	private final Payments payments;

	private final PaymentGateway gateway;

	private final GatewayCalls calls;

	private final PaymentEvents events;

	private final TransactionTemplate ownTransaction;

	private final InstantSource time;

	Charging(ChargeIntents intents, Payments payments, PaymentGateway gateway, GatewayCalls calls, PaymentEvents events,
			PlatformTransactionManager transactions, InstantSource time) {
		this.intents = intents;
		this.payments = payments;
		this.gateway = gateway;
		this.calls = calls;
		this.events = events;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.time = time;
	}

	/** Commits the intents and asks the gateway about those without an answer so far. */
	List<Answer> askGateway(List<Event<OrderPlaced>> placed) {
		if (placed.isEmpty()) {
			return List.of();
		}
		GatewayCalls.Answers<Answer> answers = this.calls.ask(this.intents.commit(placed), this::ask);
		if (answers.failure() != null) {
			// keep what is known: the next attempt asks for the rest only, so a gateway
			// that answers a few at a time gets through any batch
			this.ownTransaction.executeWithoutResult((_) -> record(answers.given()));
			throw answers.failure();
		}
		return answers.given();
	}

	private Answer ask(Intent intent) {
		OrderPlaced order = intent.order();
		Charge charge = new Charge(order.orderId(), order.total(), order.currency(),
				Objects.requireNonNullElse(order.paymentMethod(), DEFAULT_PAYMENT_METHOD), intent.since());
		ChargeResult result = this.gateway.charge(charge);
		// nobody knows whether an earlier attempt has charged the cancelled order: asking
		// with the same key tells, and what it tells is paid back
		String refundId = (intent.cancelled() && result instanceof Charged charged)
				? this.gateway.refund(order.orderId(), charged.chargeId()) : null;
		return new Answer(charge, result, refundId, order.customer());
	}

	/**
	 * Records the answers and publishes what they changed, in the caller's transaction.
	 * @throws PaymentStateException if an order was cancelled since {@link #askGateway}
	 * looked; the retry pays it back
	 */
	void record(List<Answer> answers) {
		if (answers.isEmpty()) {
			return;
		}
		Map<String, Payment> locked = this.payments
			.lock(answers.stream().map((answer) -> answer.charge().orderId()).toArray(String[]::new))
			.stream()
			.collect(toMap(Payment::orderId, (payment) -> payment));
		answers.forEach((answer) -> record(answer, Objects.requireNonNull(locked.get(answer.charge().orderId()))));
	}

	private void record(Answer answer, Payment payment) {
		Instant now = this.time.instant();
		switch (answer.result()) {
			case Charged charged when answer.refundId() != null -> {
				if (payment.chargedAndRefunded(answer.charge(), charged.chargeId(), answer.refundId(), now)) {
					this.events.completed(payment);
					this.events.refunded(payment, answer.customer());
				}
			}
			case Charged charged -> {
				if (payment.charged(answer.charge(), charged.chargeId(), now)) {
					this.events.completed(payment);
				}
			}
			case Declined declined -> {
				if (payment.declined(answer.charge(), declined.code(), now)) {
					this.events.failed(payment);
				}
			}
		}
	}

	/**
	 * What the gateway said.
	 *
	 * @param refundId set where the order was cancelled meanwhile, and paid back
	 */
	record Answer(Charge charge, ChargeResult result, @Nullable String refundId, Customer customer) {

	}

}
