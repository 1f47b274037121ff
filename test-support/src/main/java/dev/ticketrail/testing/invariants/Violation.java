package dev.ticketrail.testing.invariants;

import java.util.List;

/**
 * An invariant that does not hold.
 *
 * @param subject the id of the order that it concerns, or of whatever else it is
 * @param what is wrong
 * @param timeline what the facts know about the subject, in the order of time
 */
public record Violation(Invariant invariant, String subject, String what, List<String> timeline) {

	/** One line, the same as long as the violation is the same. */
	public String summary() {
		return this.invariant + " " + this.subject + ": " + this.what;
	}

	@Override
	public String toString() {
		return this.timeline.isEmpty() ? summary() : summary() + "\n    " + String.join("\n    ", this.timeline);
	}

}
