package dev.ticketrail.email;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.UserRegistered;

/** What happens in the tests, each time to another order of another customer. */
final class Events {

	static final Address ADDRESS = new Address("123 Main St", "London", "EC1A 1BB");

	static final List<Item> ITEMS = List.of(new Item("PROD-001", 2, new BigDecimal("29.99")),
			new Item("PROD-042", 1, new BigDecimal("49.99")));

	private Events() {
	}

	static Customer someone() {
		return new Customer("Ada Smith", "ada." + UUID.randomUUID() + "@example.com");
	}

	static String newOrderId() {
		return "ORD-" + UUID.randomUUID();
	}

	static OrderPlaced placed(String orderId, Customer customer) {
		return new OrderPlaced(orderId, "USR-1", customer, ITEMS, new BigDecimal("109.97"), "GBP", ADDRESS, null);
	}

	static OrderShipped shipped(String orderId, Customer customer) {
		return new OrderShipped(orderId, "USR-1", customer, ITEMS, ADDRESS, "SHP-1", "Rail Parcel", "TR-123456");
	}

	static OrderCancelled cancelled(String orderId, Customer customer, String reason) {
		return new OrderCancelled(orderId, "USR-1", customer, ITEMS, new BigDecimal("109.97"), "GBP", reason);
	}

	static PaymentRefunded refunded(String orderId, Customer customer) {
		return new PaymentRefunded(orderId, customer, "ch_1", new BigDecimal("109.97"), "GBP", "OUT_OF_STOCK");
	}

	static UserRegistered registered(Customer customer) {
		return new UserRegistered("USR-" + UUID.randomUUID(), customer.name(), customer.email());
	}

	static InventoryLow low(String productId) {
		return new InventoryLow(productId, "Enamel mug", 4, 5);
	}

}
