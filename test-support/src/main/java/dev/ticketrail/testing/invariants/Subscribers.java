package dev.ticketrail.testing.invariants;

import java.util.List;
import java.util.Map;

/** Which groups have to hear of what, as {@code docs/guarantees.md} promises it. */
final class Subscribers {

	static final String ANALYTICS = "analytics-service";

	private static final String ORDER = "order-service";

	private static final String PAYMENT = "payment-service";

	private static final String INVENTORY = "inventory-service";

	private static final String SHIPPING = "shipping-service";

	private static final String EMAIL = "email-service";

	private static final Map<String, List<String>> OF = Map.ofEntries(
			Map.entry("user.registered", List.of(EMAIL, ANALYTICS)),
			Map.entry("order.placed", List.of(PAYMENT, INVENTORY, EMAIL, ANALYTICS)),
			Map.entry("payment.completed", List.of(ORDER, ANALYTICS)),
			Map.entry("payment.failed", List.of(ORDER, ANALYTICS)),
			Map.entry("payment.refunded", List.of(ORDER, EMAIL, ANALYTICS)),
			Map.entry("inventory.reserved", List.of(ORDER, ANALYTICS)),
			Map.entry("inventory.rejected", List.of(ORDER, ANALYTICS)),
			Map.entry("inventory.low", List.of(EMAIL, ANALYTICS)),
			Map.entry("order.confirmed", List.of(SHIPPING, ANALYTICS)),
			Map.entry("order.shipped", List.of(ORDER, EMAIL, ANALYTICS)),
			Map.entry("order.cancelled", List.of(PAYMENT, INVENTORY, SHIPPING, EMAIL, ANALYTICS)),
			Map.entry("email.send", List.of("email-workers")));

	private Subscribers() {
	}

	static List<String> of(String type) {
		return OF.getOrDefault(type, List.of());
	}

}
