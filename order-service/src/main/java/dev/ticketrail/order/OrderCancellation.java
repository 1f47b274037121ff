package dev.ticketrail.order;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer changes their mind. What the others already did for the order, they undo on
 * {@code order.cancelled}.
 */
@Service
public class OrderCancellation {

	private final Orders orders;

	private final OrderEvents events;

	private final InstantSource clock;

	OrderCancellation(Orders orders, OrderEvents events, InstantSource clock) {
		this.orders = orders;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Cancels an order that is {@code PLACED}.
	 * @throws NoSuchOrderException where there is none
	 * @throws IllegalOrderStateException where it is too late, or it is cancelled already
	 */
	@Transactional
	public Order cancel(String orderId) {
		Order order = this.orders.lock(orderId)
			.stream()
			.findFirst()
			.orElseThrow(() -> new NoSuchOrderException(orderId));
		order.require(OrderStatus.PLACED, "be cancelled");
		order.cancel(CancellationReason.CUSTOMER_REQUEST, this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		this.events.cancelled(order);
		return order;
	}

}
