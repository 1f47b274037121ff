package dev.ticketrail.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;

/** Orders as the order service would publish them. */
final class Orders {

	private static final Customer ADA = new Customer("Ada Smith", "ada@example.com");

	private static final Address HOME = new Address("123 Main St", "London", "EC1A 1BB");

	private Orders() {
	}

	/** An order of its own for one unit of each product. */
	static OrderPlaced placed(String... productIds) {
		List<Item> items = new ArrayList<>();
		for (String productId : productIds) {
			items.add(item(productId, 1));
		}
		return placed(items);
	}

	static OrderPlaced placed(List<Item> items) {
		return new OrderPlaced("ORD-" + UUID.randomUUID(), "USR-1", ADA, items, new BigDecimal("9.99"), "GBP", HOME,
				null);
	}

	static OrderCancelled cancelled(OrderPlaced order) {
		return new OrderCancelled(order.orderId(), order.userId(), order.customer(), order.items(), order.total(),
				order.currency(), "CUSTOMER_REQUEST");
	}

	static Item item(String productId, int quantity) {
		return new Item(productId, quantity, new BigDecimal("9.99"));
	}

}
