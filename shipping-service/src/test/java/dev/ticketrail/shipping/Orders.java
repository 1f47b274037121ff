package dev.ticketrail.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;

/** Orders as the order service would publish them. */
final class Orders {

	private Orders() {
	}

	static OrderConfirmed confirmed() {
		return new OrderConfirmed("ORD-" + UUID.randomUUID(), "USR-1", new Customer("Ada Smith", "ada@example.com"),
				List.of(new Item("PROD-001", 2, new BigDecimal("29.99"))), new BigDecimal("59.98"), "GBP",
				new Address("123 Main St", "London", "EC1A 1BB"));
	}

	static OrderCancelled cancelled(OrderConfirmed order) {
		return new OrderCancelled(order.orderId(), order.userId(), order.customer(), order.items(), order.total(),
				order.currency(), "CUSTOMER_REQUEST");
	}

}
