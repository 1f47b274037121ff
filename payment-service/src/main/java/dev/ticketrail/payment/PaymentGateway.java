package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The world outside: takes the customer's money, and gives it back.
 * <p>
 * Both calls carry an idempotency key, so asking again is safe and gives the same answer.
 * Both throw {@code OutageException} where the answer is not known (no connection, a
 * timeout, the gateway's own trouble or limit), and {@code UnprocessableEventException}
 * where asking again cannot help. Neither message names a card.
 */
public interface PaymentGateway {

	/** Charges an order; the order's id is the idempotency key. */
	ChargeResult charge(Charge charge);

	/**
	 * Pays back all of a charge; the order's id with {@code -refund} is the idempotency
	 * key.
	 * @return the gateway's name for the refund
	 */
	String refund(String orderId, String chargeId);

	static String refundKey(String orderId) {
		return orderId + "-refund";
	}

	/**
	 * What to charge.
	 *
	 * @param currency ISO 4217
	 * @param paymentMethod the gateway's token for the customer's card
	 * @param firstAsked when this charge was first attempted, for gateways that forget
	 * idempotency keys
	 */
	record Charge(String orderId, BigDecimal amount, String currency, String paymentMethod, Instant firstAsked) {

	}

	/** The gateway's answer. */
	sealed interface ChargeResult {

	}

	/**
	 * The money is there.
	 *
	 * @param chargeId the gateway's name for the charge
	 */
	record Charged(String chargeId) implements ChargeResult {

	}

	/**
	 * The gateway refused: a business answer, not an error.
	 *
	 * @param code why, in the gateway's words, for example {@code card_declined}
	 */
	record Declined(String code) implements ChargeResult {

		public static final Declined UNKNOWN_PAYMENT_METHOD = new Declined("unknown_payment_method");

	}

}
