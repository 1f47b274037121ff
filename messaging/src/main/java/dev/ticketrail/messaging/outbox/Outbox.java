package dev.ticketrail.messaging.outbox;

import java.util.UUID;

/**
 * Where a service puts the events that it publishes. An event is stored in the caller's
 * transaction and sent after its commit: both happen, or neither.
 * <p>
 * Promised: every committed event reaches the broker at least once, events with the same
 * key in the order of their commits as long as whoever appends them holds a lock on the
 * aggregate. Not promised: that it reaches the broker only once (consumers use an inbox),
 * nor an order among different keys.
 */
public interface Outbox {

	/**
	 * Appends an event.
	 * @param topic the topic's name, which is the event's type; an output binding with
	 * this destination must exist
	 * @param key the aggregate's id; events with the same key keep their order
	 * @param data written as JSON into the envelope's {@code data}
	 * @return the new event's id
	 * @throws IllegalArgumentException where the event is larger than
	 * {@code ticketrail.outbox.max-event-size}
	 * @throws IllegalStateException where no transaction is active, or no output binding
	 * has this destination
	 */
	UUID append(String topic, String key, Object data);

}
