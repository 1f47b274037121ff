package dev.ticketrail.testing.invariants;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what the rules find, the first {@value #MOST_TIMELINES} of them each with the
 * timeline of what it concerns: nobody reads more.
 */
final class Findings {

	private static final int MOST_TIMELINES = 50;

	private final Facts facts;

	private final List<Violation> violations = new ArrayList<>();

	Findings(Facts facts) {
		this.facts = facts;
	}

	void add(Invariant invariant, String subject, String what) {
		List<String> timeline = (this.violations.size() < MOST_TIMELINES) ? Timeline.of(this.facts, subject)
				: List.of();
		this.violations.add(new Violation(invariant, subject, what, timeline));
	}

	List<Violation> violations() {
		return List.copyOf(this.violations);
	}

}
