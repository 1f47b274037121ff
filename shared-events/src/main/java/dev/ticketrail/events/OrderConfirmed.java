package dev.ticketrail.events;

import java.math.BigDecimal;
import java.util.List;

/** The order is paid and reserved. Published by order-service. Key: the order's id. */
public record OrderConfirmed(String orderId, String userId, Customer customer, List<Item> items, BigDecimal total,
		String currency, Address shippingAddress) implements ShopEvent {

	public static final String TYPE = "order.confirmed";

	public OrderConfirmed {
		Require.text(orderId, "orderId");
		Require.text(userId, "userId");
		Require.present(customer, "customer");
		items = Require.notEmpty(items, "items");
		total = Require.money(total, "total");
		Require.text(currency, "currency");
		Require.present(shippingAddress, "shippingAddress");
	}

}
