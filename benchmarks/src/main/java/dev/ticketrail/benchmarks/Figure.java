package dev.ticketrail.benchmarks;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param subject whose it is: the shop's, or a peer's
 * @param name what was measured, with its unit
 */
record Figure(String subject, String name, double value) {

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s: %s %,.2f", this.subject, this.name, this.value);
	}

	static Figure shop(String name, double value) {
		return new Figure("shop", name, value);
	}

}
