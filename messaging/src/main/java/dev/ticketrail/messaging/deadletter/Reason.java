package dev.ticketrail.messaging.deadletter;

/**
 * Says in one line why something failed: no stack, no control characters, not endless.
 */
final class Reason {

	private static final int MAXIMUM = 500;

	private Reason() {
	}

	static String of(Throwable failure) {
		String message = failure.getMessage();
		String text = (message == null || message.isBlank()) ? failure.getClass().getSimpleName() : message;
		String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() <= MAXIMUM) ? line : line.substring(0, MAXIMUM);
	}

}
