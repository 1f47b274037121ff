package dev.ticketrail.houserules;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names the packages of a shop. There are two: the real one, and the one in
 * {@code fixtures}, which has the same rooms and breaks every rule.
 *
 * @param root the package above all others
 */
record Shop(String root) {

	static final Shop REAL = new Shop("dev.ticketrail");

	static final Shop FIXTURES = new Shop("dev.ticketrail.houserules.fixtures");

	static final List<String> SERVICES = List.of("order", "payment", "email", "inventory", "shipping", "analytics");

	String events() {
		return this.root + ".events..";
	}

	String messaging() {
		return this.root + ".messaging..";
	}

	String broker() {
		return this.root + ".messaging.broker..";
	}

	String outbox() {
		return this.root + ".messaging.outbox.Outbox";
	}

	String[] services() {
		return SERVICES.stream().map((service) -> this.root + "." + service + "..").toArray(String[]::new);
	}

	String[] servicesAndMessaging() {
		return Stream.concat(Stream.of(messaging()), Stream.of(services())).toArray(String[]::new);
	}

	/** All that runs in production: not the launcher, not the tests' infrastructure. */
	String[] everything() {
		return Stream.concat(Stream.of(events(), this.root + ".defaults.."), Stream.of(servicesAndMessaging()))
			.toArray(String[]::new);
	}

}
