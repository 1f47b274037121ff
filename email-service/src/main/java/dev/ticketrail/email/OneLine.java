package dev.ticketrail.email;

import java.util.regex.Pattern;

/**
 * A text for a header. A line break in it would start a header of the sender's choice
 * ("Bcc: …"), so all control characters and separators of lines become one blank.
 */
final class OneLine {

	private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

	private OneLine() {
	}

	static String of(String text) {
		return BREAKS.matcher(text).replaceAll(" ").strip();
	}

}
