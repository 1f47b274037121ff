package dev.ticketrail.testing.invariants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.ticketrail.testing.invariants.Facts.DeadLetter;
import dev.ticketrail.testing.invariants.Facts.Event;
import dev.ticketrail.testing.invariants.Facts.Processed;

/**
 * I1: all that was committed has been published, and has been processed by everybody whom
 * it concerns. I2: once. I7: nothing that can be read was given up.
 */
final class EventRules {

	private final Facts facts;

	private final Findings findings;

	private final Map<Processed, Integer> processed = new HashMap<>();

	private EventRules(Facts facts, Findings findings) {
		this.facts = facts;
		this.findings = findings;
		facts.processed().forEach((once) -> this.processed.merge(once, 1, Integer::sum));
	}

	static void check(Facts facts, Findings findings) {
		EventRules rules = new EventRules(facts, findings);
		rules.published();
		facts.events().forEach(rules::processed);
		rules.orders();
		rules.strays();
	}

	private void published() {
		this.facts.outbox()
			.forEach((waiting) -> this.findings.add(Invariant.I1, waiting.key(),
					waiting.topic() + " is still in the outbox of " + waiting.service()));
	}

	private void processed(Event event) {
		for (String group : Subscribers.of(event.type())) {
			int times = this.processed.getOrDefault(new Processed(group, event.id()), 0);
			if (times > 1) {
				this.findings.add(Invariant.I2, event.key(),
						event.type() + " had its effect " + times + " times in " + group);
			}
			else if (times == 0 && !isSetAside(event, group)) {
				this.findings.add(Invariant.I1, event.key(),
						event.type() + " (" + event.id() + ") has not been processed by " + group);
			}
		}
	}

	private boolean isSetAside(Event event, String group) {
		return this.facts.deadLetters()
			.stream()
			.anyMatch((letter) -> letter.group().equals(group) && event.id().equals(letter.eventId()));
	}

	/** An order of which nobody ever heard: its first event is lost. */
	private void orders() {
		Set<String> placed = this.facts.events()
			.stream()
			.filter((event) -> event.type().equals("order.placed"))
			.map(Event::key)
			.collect(Collectors.toSet());
		this.facts.orders()
			.stream()
			.filter((order) -> !placed.contains(order.id()))
			.forEach((order) -> this.findings.add(Invariant.I1, order.id(), "its order.placed was never published"));
	}

	private void strays() {
		Set<String> strays = new HashSet<>();
		this.facts.strays().forEach((stray) -> {
			strays.add(stray.key());
			Subscribers.of(stray.topic())
				.stream()
				.filter((group) -> this.facts.deadLetters()
					.stream()
					.noneMatch((letter) -> stray.key().equals(letter.key()) && letter.group().equals(group)))
				.forEach((group) -> this.findings.add(Invariant.I1, stray.key(),
						"a stray in " + stray.topic() + " is not among the dead letters of " + group));
		});
		this.facts.deadLetters()
			.stream()
			.filter((letter) -> letter.key() == null || !strays.contains(letter.key()))
			.forEach(this::givenUp);
	}

	private void givenUp(DeadLetter letter) {
		this.findings.add(Invariant.I7, (letter.key() != null) ? letter.key() : letter.id(), "dead letter "
				+ letter.id() + " in " + letter.group() + ", " + letter.topic() + ": " + letter.reason());
	}

}
