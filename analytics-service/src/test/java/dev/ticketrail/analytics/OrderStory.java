package dev.ticketrail.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.testing.TestBroker;

/** What happens to one order, a second between two events. */
final class OrderStory {

	private static final Customer ADA = new Customer("Ada Smith", "ada@example.com");

	private static final Address HOME = new Address("123 Main St", "London", "EC1A 1BB");

	private static final String USER = "USR-1";

	private final String orderId = "ORD-" + UUID.randomUUID();

	private final List<Item> items;

	private final BigDecimal total;

	private final List<Told> told = new ArrayList<>();

	private OrderStory(String product) {
		this.items = List.of(new Item(product, 2, new BigDecimal("29.99")));
		this.total = new BigDecimal("59.98");
	}

	static OrderStory shipped(String product) {
		OrderStory story = new OrderStory(product).paid();
		story.tell("order.confirmed",
				new OrderConfirmed(story.orderId, USER, ADA, story.items, story.total, "GBP", HOME));
		return story.tell("order.shipped", new OrderShipped(story.orderId, USER, ADA, story.items, HOME,
				"SHP-" + story.orderId, "Royal Mail", "RM1"));
	}

	static OrderStory refunded(String product) {
		OrderStory story = new OrderStory(product).paid();
		story.tell("order.cancelled",
				new OrderCancelled(story.orderId, USER, ADA, story.items, story.total, "GBP", "OUT_OF_STOCK"));
		return story.tell("payment.refunded",
				new PaymentRefunded(story.orderId, ADA, "ch_1", story.total, "GBP", "OUT_OF_STOCK"));
	}

	private OrderStory paid() {
		tell("order.placed",
				new OrderPlaced(this.orderId, USER, ADA, this.items, this.total, "GBP", HOME, "pm_card_visa"));
		tell("payment.completed", new PaymentCompleted(this.orderId, "ch_1", this.total, "GBP"));
		return tell("inventory.reserved", new InventoryReserved(this.orderId,
				List.of(new InventoryReserved.ReservedItem(this.items.getFirst().productId(), 2))));
	}

	private OrderStory tell(String type, ShopEvent data) {
		Instant first = Instant.parse("2026-01-15T10:30:00.123Z");
		this.told.add(new Told(UUID.randomUUID(), type, first.plus(this.told.size(), ChronoUnit.SECONDS), data));
		return this;
	}

	String orderId() {
		return this.orderId;
	}

	List<Told> told() {
		return this.told;
	}

	List<String> types() {
		return this.told.stream().map(Told::type).toList();
	}

	List<LoggedEvent> logged() {
		return this.told.stream().map((event) -> event.logged(this.orderId)).toList();
	}

	void publish(TestBroker broker) {
		this.told.forEach((event) -> broker.publish(event.type(), this.orderId, event.payload()));
	}

	record Told(UUID id, String type, Instant occurredAt, ShopEvent data) {

		byte[] payload() {
			return Wire.bytes(Wire.envelope(this.id, this.type, this.occurredAt, this.data));
		}

		private LoggedEvent logged(String key) {
			return LoggedEvent
				.of(new Event<>(this.id, this.type, this.occurredAt, key, null, Wire.JSON.valueToTree(this.data)));
		}

	}

}
