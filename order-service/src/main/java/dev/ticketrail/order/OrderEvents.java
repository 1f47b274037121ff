package dev.ticketrail.order;

import java.util.List;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.outbox.Outbox;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where an order becomes an event. The world hears of it through the outbox; those who
 * watch an order in this process, through an {@link OrderMoved}.
 */
@Component
class OrderEvents {

	private final Outbox outbox;

	private final ApplicationEventPublisher watchers;

	OrderEvents(Outbox outbox, ApplicationEventPublisher watchers) {
		this.outbox = outbox;
		this.watchers = watchers;
	}

	void placed(Order order, @Nullable String paymentMethod) {
		this.outbox.append(OrderPlaced.TYPE, order.id(), new OrderPlaced(order.id(), order.buyer().userId(),
				customer(order), items(order), order.total(), Product.CURRENCY, address(order), paymentMethod));
	}

	void confirmed(Order order) {
		this.outbox.append(OrderConfirmed.TYPE, order.id(), new OrderConfirmed(order.id(), order.buyer().userId(),
				customer(order), items(order), order.total(), Product.CURRENCY, address(order)));
		this.watchers.publishEvent(new OrderMoved(order.id()));
	}

	void cancelled(Order order) {
		this.outbox.append(OrderCancelled.TYPE, order.id(),
				new OrderCancelled(order.id(), order.buyer().userId(), customer(order), items(order), order.total(),
						Product.CURRENCY, String.valueOf(order.cancellationReason())));
		this.watchers.publishEvent(new OrderMoved(order.id()));
	}

	/** The world knows already: shipping-service has said so. */
	void shipped(Order order) {
		this.watchers.publishEvent(new OrderMoved(order.id()));
	}

	private static Customer customer(Order order) {
		return new Customer(order.buyer().name(), order.buyer().email());
	}

	private static List<Item> items(Order order) {
		return order.lines().stream().map((line) -> new Item(line.productId(), line.quantity(), line.price())).toList();
	}

	private static Address address(Order order) {
		ShippingAddress address = order.shippingAddress();
		return new Address(address.street(), address.city(), address.postcode());
	}

}
