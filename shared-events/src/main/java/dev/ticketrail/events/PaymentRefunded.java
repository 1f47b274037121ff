package dev.ticketrail.events;

import java.math.BigDecimal;

/**
 * Published by payment-service. Key: the order's id.
 *
 * @param amount all that was charged
 * @param reason why the order was cancelled
 */
public record PaymentRefunded(String orderId, Customer customer, String chargeId, BigDecimal amount, String currency,
		String reason) implements ShopEvent {

	public static final String TYPE = "payment.refunded";

	public PaymentRefunded {
		Require.text(orderId, "orderId");
		Require.present(customer, "customer");
		Require.text(chargeId, "chargeId");
		amount = Require.money(amount, "amount");
		Require.text(currency, "currency");
		Require.text(reason, "reason");
	}

}
