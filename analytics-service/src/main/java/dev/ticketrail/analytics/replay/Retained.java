package dev.ticketrail.analytics.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.ticketrail.analytics.LoggedEvent;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the broker retains as strictly as the inbox does. What the inbox made a dead
 * letter is no event here either; had an operator corrected it, the log has it.
 */
final class Retained {

	private Retained() {
	}

	/** The event, or nothing where the message is none. */
	static Optional<LoggedEvent> event(Delivery delivery) {
		byte[] payload = delivery.payload();
		if (payload == null || payload.length == 0) {
			return Optional.empty();
		}
		try {
			JsonNode envelope = Wire.JSON.readTree(payload);
			String type = envelope.path(Wire.EVENT_TYPE).stringValue();
			if (!type.equals(delivery.topic())) {
				return Optional.empty();
			}
			UUID id = UUID.fromString(envelope.path(Wire.EVENT_ID).stringValue());
			Instant occurredAt = Instant.parse(envelope.path(Wire.TIMESTAMP).stringValue());
			return Optional.of(LoggedEvent.of(new Event<>(id, type, occurredAt, delivery.key(),
					delivery.headers().get(Wire.SOURCE), envelope.path(Wire.DATA))));
		}
		catch (JacksonException | IllegalArgumentException | DateTimeException | UnprocessableEventException ex) {
			return Optional.empty();
		}
	}

}
