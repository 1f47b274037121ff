package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import org.jspecify.annotations.Nullable;

/** Orders as order-service would announce them, each with an id of its own. */
final class Orders {

	private Orders() {
	}

	static OrderPlaced placed() {
		return placed(null);
	}

	static OrderPlaced placed(@Nullable String paymentMethod) {
		return new OrderPlaced("ORD-" + UUID.randomUUID(), "USR-1", new Customer("Ada Smith", "ada@example.com"),
				List.of(new Item("PROD-001", 2, new BigDecimal("29.99"))), new BigDecimal("59.98"), "GBP",
				new Address("123 Main St", "London", "EC1A 1BB"), paymentMethod);
	}

	static OrderCancelled cancelled(OrderPlaced order) {
		return new OrderCancelled(order.orderId(), order.userId(), order.customer(), order.items(), order.total(),
				order.currency(), "OUT_OF_STOCK");
	}

}
