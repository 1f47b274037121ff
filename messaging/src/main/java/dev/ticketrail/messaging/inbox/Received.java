package dev.ticketrail.messaging.inbox;

import dev.ticketrail.messaging.TraceParent;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.Delivery;

/**
 * An event together with the delivery that it was read from, and the trace that it
 * belongs to.
 */
record Received<T>(Event<T> event, Delivery delivery, TraceParent trace) {

	static <T> Received<T> of(Event<T> event, Delivery delivery) {
		return new Received<>(event, delivery, TraceParent.parse(delivery.headers().get(Wire.TRACEPARENT)));
	}

	/**
	 * Batches are handled in this order, so that two of them lock the same aggregates in
	 * the same order. The sort is stable: events of one key keep their order.
	 */
	String sortKey() {
		String key = this.event.key();
		return (key != null) ? key : this.event.id().toString();
	}

}
