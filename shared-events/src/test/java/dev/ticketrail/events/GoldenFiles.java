package dev.ticketrail.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** One message per event type, as a reader in any language may have stored it. */
final class GoldenFiles {

	/** As any JVM client could make one: Jackson as it is, decimals kept as written. */
	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.build();

	private GoldenFiles() {
	}

	static List<Class<?>> eventTypes() {
		return Arrays.asList(ShopEvent.class.getPermittedSubclasses());
	}

	/** The topic's name, by reflection: the tests must not keep a list of their own. */
	static String topic(Class<?> eventType) {
		try {
			return (String) eventType.getField("TYPE").get(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(eventType + " has no public TYPE", ex);
		}
	}

	static JsonNode read(Class<?> eventType) {
		String file = "/golden/" + topic(eventType) + ".json";
		try (InputStream stream = GoldenFiles.class.getResourceAsStream(file)) {
			if (stream == null) {
				throw new IllegalStateException(eventType + " has no " + file);
			}
			return JSON.readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Envelope<?> parse(JsonNode message, Class<?> eventType) {
		return JSON.convertValue(message, JSON.getTypeFactory().constructParametricType(Envelope.class, eventType));
	}

	/** Text with sorted fields: 49.90 and 49.9 differ, the order of fields does not. */
	static String text(JsonNode message) {
		return JSON.writeValueAsString(message);
	}

}
