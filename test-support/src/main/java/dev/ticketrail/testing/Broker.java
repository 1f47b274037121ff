package dev.ticketrail.testing;

import java.util.Locale;

/**
 * The broker that a test runs on.
 */
public enum Broker {

	KAFKA, RABBIT;

	/** The Spring profile that chooses this broker. */
	public String profile() {
		return name().toLowerCase(Locale.ROOT);
	}

}
