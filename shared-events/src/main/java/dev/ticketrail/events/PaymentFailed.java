package dev.ticketrail.events;

import java.math.BigDecimal;

/**
 * The gateway refused: a business answer, not an error. Published by payment-service.
 * Key: the order's id.
 *
 * @param reason the gateway's code, for example {@code card_declined}
 */
public record PaymentFailed(String orderId, BigDecimal amount, String currency, String reason) implements ShopEvent {

	public static final String TYPE = "payment.failed";

	public PaymentFailed {
		Require.text(orderId, "orderId");
		amount = Require.money(amount, "amount");
		Require.text(currency, "currency");
		Require.text(reason, "reason");
	}

}
