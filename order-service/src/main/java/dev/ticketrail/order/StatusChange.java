package dev.ticketrail.order;

import java.time.Instant;
import java.util.List;

/** The moment since which an order was in a status. */
public record StatusChange(OrderStatus status, Instant at) {

	/** The part of an order's history that is about its status, oldest first. */
	public static List<StatusChange> of(Order order) {
		return order.history()
			.stream()
			.flatMap((entry) -> OrderStatus.meantBy(entry.what())
				.map((status) -> new StatusChange(status, entry.at()))
				.stream())
			.toList();
	}

}
