package dev.ticketrail.defaults.json;

/** A text that PostgreSQL stores: no U+0000, no half of a surrogate pair. */
public final class StorableText {

	private StorableText() {
	}

	/** A surrogate is a code point of its own only where its other half is missing. */
	public static boolean is(String text) {
		return text.codePoints().noneMatch((point) -> point == 0 || isSurrogate(point));
	}

	private static boolean isSurrogate(int point) {
		return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
	}

}
