package dev.ticketrail.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One message as it is on the wire: JSON in UTF-8, exactly these four fields.
 *
 * @param eventId identifies the event; the same event delivered twice has the same id
 * @param eventType the topic's name, for example {@code order.placed}
 * @param timestamp when it happened, UTC, milliseconds
 * @param data what happened
 * @param <T> the record of the event's type
 */
public record Envelope<T extends ShopEvent>(UUID eventId, String eventType, Instant timestamp, T data) {

	public Envelope {
		Require.present(eventId, "eventId");
		Require.text(eventType, "eventType");
		Require.present(timestamp, "timestamp");
		Require.present(data, "data");
	}

}
