package dev.ticketrail.order;

import java.time.InstantSource;

import dev.ticketrail.simulator.memory.Copy;

import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.Transactional;

/** Planted: an order can be cancelled when it is confirmed or shipped. */
@Primary
public class CancellationAtAnyTime extends OrderCancellation {

	private final Orders orders;

	private final OrderEvents events;

	CancellationAtAnyTime(Orders orders, OrderEvents events, InstantSource clock) {
		super(orders, events, clock);
		this.orders = orders;
		this.events = events;
	}

	@Override
	@Transactional
	public Order cancel(String orderId) {
		Order order = this.orders.lock(orderId).getFirst();
		Copy.set(order, "status", OrderStatus.CANCELLED);
		Copy.set(order, "cancellationReason", CancellationReason.CUSTOMER_REQUEST);
		this.events.cancelled(order);
		return order;
	}

}
