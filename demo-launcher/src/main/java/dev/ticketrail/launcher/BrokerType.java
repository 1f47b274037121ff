package dev.ticketrail.launcher;

import java.util.Locale;

/**
 * The brokers that the shop runs on.
 */
public enum BrokerType {

	KAFKA, RABBIT;

	/** The name of the Spring profile, and of the option's value. */
	public String profile() {
		return name().toLowerCase(Locale.ROOT);
	}

}
