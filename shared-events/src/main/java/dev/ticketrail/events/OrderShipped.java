package dev.ticketrail.events;

import java.util.List;

/** Published by shipping-service. Key: the order's id. */
public record OrderShipped(String orderId, String userId, Customer customer, List<Item> items, Address shippingAddress,
		String shipmentId, String carrier, String trackingNumber) implements ShopEvent {

	public static final String TYPE = "order.shipped";

	public OrderShipped {
		Require.text(orderId, "orderId");
		Require.text(userId, "userId");
		Require.present(customer, "customer");
		items = Require.notEmpty(items, "items");
		Require.present(shippingAddress, "shippingAddress");
		Require.text(shipmentId, "shipmentId");
		Require.text(carrier, "carrier");
		Require.text(trackingNumber, "trackingNumber");
	}

}
