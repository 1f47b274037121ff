package dev.ticketrail.testing.invariants;

import java.util.List;

/** Holds facts against all invariants. */
public final class Invariants {

	private Invariants() {
	}

	/** What is wrong; nothing where all of them hold. */
	public static List<Violation> violations(Facts facts) {
		Findings findings = new Findings(facts);
		EventRules.check(facts, findings);
		PublicationRules.check(facts, findings);
		OrderRules.check(facts, findings);
		StockRules.check(facts, findings);
		MailRules.check(facts, findings);
		return findings.violations();
	}

}
