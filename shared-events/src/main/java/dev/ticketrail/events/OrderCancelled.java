package dev.ticketrail.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * Published by order-service. Whoever did something for this order undoes it. It can
 * arrive before {@code order.placed}: different topics have no order. Key: the order's
 * id.
 *
 * @param reason {@code PAYMENT_DECLINED}, {@code OUT_OF_STOCK} or
 * {@code CUSTOMER_REQUEST}; a text, so that a new reason breaks no reader
 */
public record OrderCancelled(String orderId, String userId, Customer customer, List<Item> items, BigDecimal total,
		String currency, String reason) implements ShopEvent {

	public static final String TYPE = "order.cancelled";

	public OrderCancelled {
		Require.text(orderId, "orderId");
		Require.text(userId, "userId");
		Require.present(customer, "customer");
		items = Require.notEmpty(items, "items");
		total = Require.money(total, "total");
		Require.text(currency, "currency");
		Require.text(reason, "reason");
	}

}
