package dev.ticketrail.messaging.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a delivery strictly. The reasons it gives name fields and positions, never
 * values: they are kept beside dead letters and in logs.
 */
final class EventReader {

	private EventReader() {
	}

	/**
	 * Reads an event.
	 * @throws MalformedEventException if it is none, or none of this topic and type
	 */
	static <T> Event<T> read(Delivery delivery, Class<T> type) {
		JsonNode envelope = parse(delivery.payload());
		UUID id = uuid(text(envelope, Wire.EVENT_ID));
		String eventType = text(envelope, Wire.EVENT_TYPE);
		if (!eventType.equals(delivery.topic())) {
			throw new MalformedEventException("eventType is not " + delivery.topic());
		}
		Instant occurredAt = instant(text(envelope, Wire.TIMESTAMP));
		JsonNode data = envelope.get(Wire.DATA);
		if (data == null || !data.isObject()) {
			throw new MalformedEventException("data is missing or not an object");
		}
		return new Event<>(id, eventType, occurredAt, delivery.key(), delivery.headers().get(Wire.SOURCE),
				data(data, type));
	}

	private static JsonNode parse(byte @Nullable [] payload) {
		if (payload == null) {
			throw new MalformedEventException("the message has no payload (null)");
		}
		if (payload.length == 0) {
			throw new MalformedEventException("the payload is empty");
		}
		JsonNode node;
		try {
			node = Wire.JSON.readTree(payload);
		}
		catch (JacksonException ex) {
			throw new MalformedEventException("not well-formed JSON" + position(ex));
		}
		if (!node.isObject()) {
			throw new MalformedEventException("the payload is not a JSON object");
		}
		return node;
	}

	private static String position(JacksonException ex) {
		var location = ex.getLocation();
		return (location != null) ? " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")" : "";
	}

	private static String text(JsonNode envelope, String field) {
		JsonNode value = envelope.get(field);
		if (value == null || !value.isString()) {
			throw new MalformedEventException(field + " is missing or not a text");
		}
		return value.stringValue();
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedEventException("eventId is not a UUID");
		}
	}

	private static Instant instant(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new MalformedEventException("timestamp is not an ISO 8601 instant in UTC");
		}
	}

	private static <T> T data(JsonNode data, Class<T> type) {
		try {
			return Wire.JSON.treeToValue(data, type);
		}
		catch (DatabindException ex) {
			throw new MalformedEventException("data" + path(ex) + ": " + complaint(ex));
		}
		catch (StreamReadException ex) {
			throw new MalformedEventException("data: a number is out of range");
		}
	}

	private static String path(DatabindException ex) {
		StringBuilder path = new StringBuilder();
		for (var reference : ex.getPath()) {
			String name = reference.getPropertyName();
			path.append((name != null) ? "." + name : "[" + reference.getIndex() + "]");
		}
		return path.toString();
	}

	/** What an event's own constructor says names only fields, so it can be shown. */
	private static String complaint(DatabindException ex) {
		Throwable cause = ex.getCause();
		return (cause instanceof IllegalArgumentException && cause.getMessage() != null) ? cause.getMessage()
				: "is missing or has the wrong type";
	}

}
