package dev.ticketrail.order;

import java.util.List;
import java.util.Map;

import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;

/** Plays payment, inventory and shipping: says what they would say about an order. */
class OtherServices {

	private static final Map<String, Object> CUSTOMER = Map.of("name", "Ada Smith", "email", "ada@example.com");

	private final TestBroker broker;

	OtherServices(TestBroker broker) {
		this.broker = broker;
	}

	void paid(String orderId) {
		say("payment.completed", orderId,
				Map.of("orderId", orderId, "chargeId", "ch_" + orderId, "amount", 109.97, "currency", "GBP"));
	}

	void declined(String orderId) {
		say("payment.failed", orderId,
				Map.of("orderId", orderId, "amount", 109.97, "currency", "GBP", "reason", "card_declined"));
	}

	void refunded(String orderId) {
		say("payment.refunded", orderId, Map.of("orderId", orderId, "customer", CUSTOMER, "chargeId", "ch_" + orderId,
				"amount", 109.97, "currency", "GBP", "reason", "CUSTOMER_REQUEST"));
	}

	void reserved(String orderId) {
		say("inventory.reserved", orderId,
				Map.of("orderId", orderId, "items", List.of(Map.of("productId", "PROD-001", "quantity", 2))));
	}

	void rejected(String orderId) {
		say("inventory.rejected", orderId, Map.of("orderId", orderId, "shortages",
				List.of(Map.of("productId", "PROD-001", "requested", 2, "available", 1))));
	}

	void shipped(String orderId) {
		say("order.shipped", orderId,
				Map.of("orderId", orderId, "userId", "USR-1", "customer", CUSTOMER, "items",
						List.of(Map.of("productId", "PROD-001", "quantity", 2, "price", 29.99)), "shippingAddress",
						Map.of("street", "123 Main St", "city", "London", "postcode", "EC1A 1BB"), "shipmentId",
						"SHP-1", "carrier", "Royal Mail", "trackingNumber", "RM1"));
	}

	private void say(String topic, String orderId, Map<String, Object> data) {
		this.broker.publish(topic, orderId, Envelopes.json(topic, data));
	}

}
