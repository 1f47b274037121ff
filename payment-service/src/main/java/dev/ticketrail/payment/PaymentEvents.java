package dev.ticketrail.payment;

import java.util.Objects;

import dev.ticketrail.events.Customer;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** The place where a payment becomes an event. */
@Component
class PaymentEvents {

	private final Outbox outbox;

	PaymentEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void completed(Payment payment) {
		this.outbox.append(PaymentCompleted.TYPE, payment.orderId(), new PaymentCompleted(payment.orderId(),
				Objects.requireNonNull(payment.chargeId()), payment.amount(), payment.currency()));
	}

	void failed(Payment payment) {
		this.outbox.append(PaymentFailed.TYPE, payment.orderId(), new PaymentFailed(payment.orderId(), payment.amount(),
				payment.currency(), Objects.requireNonNull(payment.failureReason())));
	}

	void refunded(Payment payment, Customer customer) {
		this.outbox.append(PaymentRefunded.TYPE, payment.orderId(),
				new PaymentRefunded(payment.orderId(), customer, Objects.requireNonNull(payment.chargeId()),
						payment.amount(), payment.currency(), Objects.requireNonNull(payment.cancellationReason())));
	}

}
