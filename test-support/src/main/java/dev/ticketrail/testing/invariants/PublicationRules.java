package dev.ticketrail.testing.invariants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.ticketrail.testing.invariants.Facts.Event;

/**
 * I3: events of one aggregate are published in the order of their commits. Only where the
 * facts know both orders; what is sent again later is no violation.
 */
final class PublicationRules {

	private PublicationRules() {
	}

	static void check(Facts facts, Findings findings) {
		if (facts.published().isEmpty()) {
			return;
		}
		Map<Aggregate, List<String>> committed = new LinkedHashMap<>();
		Map<String, Event> events = new HashMap<>();
		facts.events().forEach((event) -> {
			events.put(event.id(), event);
			committed.computeIfAbsent(Aggregate.of(event), (_) -> new ArrayList<>()).add(event.id());
		});
		Map<Aggregate, Set<String>> published = new HashMap<>();
		facts.published()
			.stream()
			.map(events::get)
			.filter((event) -> event != null)
			.forEach((event) -> published.computeIfAbsent(Aggregate.of(event), (_) -> new LinkedHashSet<>())
				.add(event.id()));
		published.forEach((aggregate, ids) -> {
			List<String> expected = committed.getOrDefault(aggregate, List.of())
				.stream()
				.filter(ids::contains)
				.toList();
			if (!expected.equals(List.copyOf(ids))) {
				findings.add(Invariant.I3, aggregate.key(), aggregate.service() + " committed "
						+ types(expected, events) + " and published " + types(List.copyOf(ids), events));
			}
		});
	}

	private static List<String> types(List<String> ids, Map<String, Event> events) {
		return ids.stream().map(events::get).filter((event) -> event != null).map(Event::type).toList();
	}

	private record Aggregate(String service, String key) {

		private static Aggregate of(Event event) {
			return new Aggregate(event.source(), event.key());
		}

	}

}
