package dev.ticketrail.messaging.deadletter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.TimeOrderedId;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what stands in a dead-letter queue. A letter that the broker put there itself, or
 * a stranger, has none of our headers: then the queue's name tells topic and group.
 */
final class DrainedLetter {

	private DrainedLetter() {
	}

	static DeadLetter read(Delivery delivery, Subscription subscription, Instant now) {
		Map<String, String> headers = delivery.headers();
		boolean empty = "true".equals(headers.get(DeadLetterHeaders.NO_PAYLOAD));
		byte[] payload = empty ? null : delivery.payload();
		JsonNode envelope = envelope(payload);
		return new DeadLetter(id(headers.get(DeadLetterHeaders.ID), now), subscription.topic(), subscription.group(),
				uuid(text(envelope, Wire.EVENT_ID)), text(envelope, Wire.EVENT_TYPE), clean(delivery.key()),
				clean(headers.get(Wire.SOURCE)), clean(headers.get(Wire.TRACEPARENT)), payload,
				reason(headers.get(DeadLetterHeaders.REASON)), attempts(headers.get(DeadLetterHeaders.ATTEMPTS)),
				time(headers.get(DeadLetterHeaders.FIRST_FAILED_AT), now),
				time(headers.get(DeadLetterHeaders.LAST_FAILED_AT), now), DeadLetter.Status.PARKED);
	}

	private static @Nullable JsonNode envelope(byte @Nullable [] payload) {
		try {
			return (payload != null) ? Wire.JSON.readTree(payload) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static @Nullable String text(@Nullable JsonNode envelope, String field) {
		JsonNode value = (envelope != null) ? envelope.get(field) : null;
		return (value != null && value.isString()) ? clean(value.stringValue()) : null;
	}

	private static UUID id(@Nullable String text, Instant now) {
		UUID id = uuid(text);
		return (id != null) ? id : TimeOrderedId.at(now);
	}

	private static @Nullable UUID uuid(@Nullable String text) {
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String reason(@Nullable String text) {
		return (text != null) ? text.replace("\u0000", "")
				: "moved here by the broker (delivery limit, length or time to live)";
	}

	private static int attempts(@Nullable String text) {
		return (text != null && text.matches("\\d{1,6}")) ? Integer.parseInt(text) : 0;
	}

	private static Instant time(@Nullable String text, Instant now) {
		try {
			return (text != null) ? Instant.parse(text).truncatedTo(ChronoUnit.MICROS) : now;
		}
		catch (DateTimeException ex) {
			return now;
		}
	}

	/** PostgreSQL's text holds no NUL. */
	private static @Nullable String clean(@Nullable String text) {
		return (text == null) ? null : text.replace("\u0000", "");
	}

}
