package dev.ticketrail.payment;

/**
 * The payment is in a state that forbids the step. Mostly it has moved on between the
 * question to the gateway and the record of its answer; then a retry, which asks again
 * with the new state in view, succeeds.
 */
class PaymentStateException extends RuntimeException {

	PaymentStateException(Payment payment, String step) {
		super("The payment of " + payment.orderId() + " is " + payment.status() + " and cannot become " + step);
	}

}
