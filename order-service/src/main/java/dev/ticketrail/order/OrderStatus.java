package dev.ticketrail.order;

import java.util.Optional;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;

/**
 * Where an order is on its way: {@code PLACED -> CONFIRMED -> SHIPPED}, or
 * {@code PLACED -> CANCELLED}.
 */
public enum OrderStatus {

	/** Accepted; payment and stock are being asked. */
	PLACED(OrderPlaced.TYPE),

	/** Paid and reserved; being shipped, and no longer to be cancelled. */
	CONFIRMED(OrderConfirmed.TYPE),

	/** On its way to the customer. */
	SHIPPED(OrderShipped.TYPE),

	/** Not to be delivered; whatever was charged or reserved is given back. */
	CANCELLED(OrderCancelled.TYPE);

	private final String eventType;

	OrderStatus(String eventType) {
		this.eventType = eventType;
	}

	/** The type of the event that tells the world that an order is now here. */
	public String eventType() {
		return this.eventType;
	}

	/** Nothing comes after this status. */
	public boolean isTerminal() {
		return this == SHIPPED || this == CANCELLED;
	}

	/** The status that this kind of event means, if it means one. */
	static Optional<OrderStatus> meantBy(String eventType) {
		for (OrderStatus status : values()) {
			if (status.eventType.equals(eventType)) {
				return Optional.of(status);
			}
		}
		return Optional.empty();
	}

}
