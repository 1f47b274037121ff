package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.stereotype.Service;

/**
 * The saga: moves orders on by what the other services answer, and tells the world where
 * an order is now. Called by the inbox, inside its transaction.
 */
@Service
class OrderProgress {

	private final Orders orders;

	private final OrderEvents events;

	private final InstantSource clock;

	OrderProgress(Orders orders, OrderEvents events, InstantSource clock) {
		this.orders = orders;
		this.events = events;
		this.clock = clock;
	}

	void paid(List<Event<PaymentCompleted>> batch) {
		advance(batch, PaymentCompleted::orderId, Order::pay);
	}

	void declined(List<Event<PaymentFailed>> batch) {
		advance(batch, PaymentFailed::orderId, (order, now) -> order.cancel(CancellationReason.PAYMENT_DECLINED, now));
	}

	void refunded(List<Event<PaymentRefunded>> batch) {
		advance(batch, PaymentRefunded::orderId, Order::refund);
	}

	void reserved(List<Event<InventoryReserved>> batch) {
		advance(batch, InventoryReserved::orderId, Order::reserve);
	}

	void rejected(List<Event<InventoryRejected>> batch) {
		advance(batch, InventoryRejected::orderId, (order, now) -> order.cancel(CancellationReason.OUT_OF_STOCK, now));
	}

	void shipped(List<Event<OrderShipped>> batch) {
		advance(batch, OrderShipped::orderId, Order::ship);
	}

	private <T> void advance(List<Event<T>> batch, Function<T, String> orderId, BiConsumer<Order, Instant> transition) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<String> ids = batch.stream().map(Event::data).map(orderId).toList();
		Map<String, Order> locked = this.orders.lock(ids.toArray(String[]::new))
			.stream()
			.collect(Collectors.toMap(Order::id, Function.identity()));
		for (String id : ids) {
			Order order = locked.get(id);
			if (order == null) {
				throw new NoSuchOrderException(id);
			}
			OrderStatus before = order.status();
			transition.accept(order, now);
			if (order.status() != before) {
				tellWorld(order);
			}
		}
	}

	private void tellWorld(Order order) {
		switch (order.status()) {
			case CONFIRMED -> this.events.confirmed(order);
			case CANCELLED -> this.events.cancelled(order);
			case SHIPPED -> this.events.shipped(order);
			case PLACED -> throw new IllegalStateException("No transition leads to PLACED");
		}
	}

}
