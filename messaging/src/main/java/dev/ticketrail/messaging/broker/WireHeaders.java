package dev.ticketrail.messaging.broker;

import java.nio.charset.StandardCharsets;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.deadletter.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers that we read and write: an allow list, and texts only. A header of a
 * stranger never chooses a class, a reply channel or anything else in here.
 */
final class WireHeaders {

	private static final int LONGEST = 4096;

	private WireHeaders() {
	}

	static boolean isOurs(String name) {
		return name.startsWith("ce_") || name.equals(Wire.TRACEPARENT) || name.equals(Wire.KEY)
				|| name.startsWith(DeadLetterHeaders.PREFIX);
	}

	/** The value as text, or nothing where it is none or too long. */
	static @Nullable String text(@Nullable Object value) {
		return switch (value) {
			case String text when text.length() <= LONGEST -> text;
			case byte[] bytes when bytes.length <= LONGEST -> new String(bytes, StandardCharsets.UTF_8);
			case null, default -> null;
		};
	}

}
