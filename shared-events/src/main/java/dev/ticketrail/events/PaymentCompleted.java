package dev.ticketrail.events;

import java.math.BigDecimal;

/**
 * Published by payment-service. Key: the order's id.
 *
 * @param chargeId the payment gateway's name for the charge
 */
public record PaymentCompleted(String orderId, String chargeId, BigDecimal amount,
		String currency) implements ShopEvent {

	public static final String TYPE = "payment.completed";

	public PaymentCompleted {
		Require.text(orderId, "orderId");
		Require.text(chargeId, "chargeId");
		amount = Require.money(amount, "amount");
		Require.text(currency, "currency");
	}

}
