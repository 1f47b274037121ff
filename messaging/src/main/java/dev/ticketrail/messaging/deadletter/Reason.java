package dev.ticketrail.messaging.deadletter;

import java.util.regex.Pattern;

/**
 * Says in one line why something failed: no stack, no control characters, no row of a
 * table, not endless.
 */
final class Reason {

	private static final int MAXIMUM = 500;

	/** PostgreSQL quotes the row that breaks a rule, customer and all. */
	private static final Pattern VALUES = Pattern.compile(" Detail: [^\\]]*");

	private Reason() {
	}

	static String of(Throwable failure) {
		String message = failure.getMessage();
		String text = (message == null || message.isBlank()) ? failure.getClass().getSimpleName() : message;
		String line = VALUES.matcher(text.replaceAll("[\\p{Cntrl}\\s]+", " ")).replaceAll("").strip();
		return (line.length() <= MAXIMUM) ? line : line.substring(0, MAXIMUM);
	}

}
