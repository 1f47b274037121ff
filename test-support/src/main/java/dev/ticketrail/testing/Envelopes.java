package dev.ticketrail.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * Events as any other program would write them.
 */
public final class Envelopes {

	private static final JsonMapper JSON = JsonMapper.shared();

	private Envelopes() {
	}

	/** An event with a fresh id, as JSON in UTF-8. */
	public static byte[] json(String eventType, Object data) {
		return json(UUID.randomUUID(), eventType, data);
	}

	/** An event that happens now, as JSON in UTF-8. */
	public static byte[] json(UUID eventId, String eventType, Object data) {
		Map<String, Object> envelope = new LinkedHashMap<>();
		envelope.put("eventId", eventId);
		envelope.put("eventType", eventType);
		envelope.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
		envelope.put("data", data);
		return JSON.writeValueAsBytes(envelope);
	}

}
