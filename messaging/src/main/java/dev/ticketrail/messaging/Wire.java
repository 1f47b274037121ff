package dev.ticketrail.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How an event looks on the wire: JSON in UTF-8, headers after CloudEvents' binary mode.
 * Strict in what it reads: no duplicate keys, no text where a number belongs, no number
 * where a text belongs, nothing behind the end; lenient in one thing, fields that it does
 * not know.
 */
public final class Wire {

	public static final String EVENT_ID = "eventId";

	public static final String EVENT_TYPE = "eventType";

	public static final String TIMESTAMP = "timestamp";

	public static final String DATA = "data";

	/** The header with the message's key, for brokers whose messages have none. */
	public static final String KEY = "key";

	public static final String SOURCE = "ce_source";

	public static final String TRACEPARENT = "traceparent";

	public static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxNumberLength(100).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.withCoercionConfig(LogicalType.Textual,
				(texts) -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.build();

	private Wire() {
	}

	/** The envelope as JSON text. */
	public static String envelope(UUID eventId, String eventType, Instant timestamp, Object data) {
		Map<String, Object> envelope = new LinkedHashMap<>();
		envelope.put(EVENT_ID, eventId);
		envelope.put(EVENT_TYPE, eventType);
		envelope.put(TIMESTAMP, timestamp);
		envelope.put(DATA, data);
		return JSON.writeValueAsString(envelope);
	}

	/** The headers of an event: texts, whichever the broker. */
	public static Map<String, String> headers(UUID eventId, String eventType, Instant timestamp, String source,
			String key, String traceparent) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", eventId.toString());
		headers.put("ce_type", eventType);
		headers.put(SOURCE, source);
		headers.put("ce_time", timestamp.toString());
		headers.put("ce_subject", key);
		headers.put(TRACEPARENT, traceparent);
		return headers;
	}

	public static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

}
