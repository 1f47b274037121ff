package dev.ticketrail.peers.handwritten;

import java.util.List;

import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;

/** What an order that goes well sends. */
final class Topics {

	static final List<String> ALL = List.of(OrderPlaced.TYPE, PaymentCompleted.TYPE, InventoryReserved.TYPE,
			OrderConfirmed.TYPE, OrderShipped.TYPE);

	private Topics() {
	}

}
