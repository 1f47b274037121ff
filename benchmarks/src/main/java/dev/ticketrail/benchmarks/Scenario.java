package dev.ticketrail.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;

/** What can be measured. */
enum Scenario {

	RELAY("events a second from one outbox to the broker, and through one consumer", new Relay()),

	ACCEPT("orders a second at POST /orders, beside pgbench on the same server", new Accept(false)),

	STEADY("the same as accept after two minutes of load, with the JVM's optimising compiler", new Accept(true)),

	JOURNEY("orders a second until all their effects are there, and CPU time for one",
			new Journey(PeerShop.Peer.values())),

	TRIO("the journey with two peers, the textbook and what is written by hand: for many orders",
			new Journey(PeerShop.Peer.TEXTBOOK, PeerShop.Peer.HANDWRITTEN)),

	ALONE("the journey without the peers", new Journey()),

	LATENCY("from an event's commit to its handler, at 100 orders a second", new Latency()),

	FLASH("10,000 orders a second for six seconds, while payment takes 500", new FlashSale()),

	START("until the shop is ready, and its memory after one order", new Start()),

	REPLAY("the reports from the first event on (Kafka; --size 1000000 are five for an order)", new Replay()),

	GROWTH("orders a second to the end, with an empty shop and with a million rows in every table", new Growth()),

	SOAK("25 orders a second, --size of them: 90000 are an hour", new Soak()),

	PROFILE("what the services' CPU time goes into, by library", new Profile());

	/** How it is measured on one broker. */
	interface Measurement {

		/**
		 * Measures once, on fresh tables.
		 * @param size how many events or orders, where that is free
		 * @throws IllegalStateException if anything was lost or done twice
		 */
		List<Figure> measure(BrokerType broker, int size) throws Exception;

	}

	private final String description;

	private final Measurement measurement;

	Scenario(String description, Measurement measurement) {
		this.description = description;
		this.measurement = measurement;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	String description() {
		return this.description;
	}

	List<Figure> measure(BrokerType broker, int size) throws Exception {
		return this.measurement.measure(broker, size);
	}

	static Optional<Scenario> named(String id) {
		return Stream.of(values()).filter((scenario) -> scenario.id().equals(id)).findFirst();
	}

	static String names() {
		return Stream.of(values()).map(Scenario::id).collect(Collectors.joining("|"));
	}

}
