package dev.ticketrail.testing.invariants;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.ticketrail.testing.invariants.Facts.Mail;

/** I2: an event is mailed about once, and none is left out. */
final class MailRules {

	private static final Set<String> ENDS = Set.of("SHIPPED", "CANCELLED");

	private MailRules() {
	}

	static void check(Facts facts, Findings findings) {
		Map<String, Integer> mailed = new HashMap<>();
		for (Mail mail : facts.mails()) {
			String subject = (mail.orderId() != null) ? mail.orderId() : mail.id();
			mailed.merge(subject, 1, Integer::sum);
			if (!mail.status().equals("SENT")) {
				findings.add(Invariant.I2, subject, "its mail " + mail.template() + " has not been sent");
			}
			Integer received = mail.received();
			if (received != null && (received < 1 || received > 1 + mail.excused())) {
				findings.add(Invariant.I2, subject, "its mail %s was received %d times, and %d answers were lost"
					.formatted(mail.template(), received, mail.excused()));
			}
		}
		facts.orders().stream().filter((order) -> ENDS.contains(order.status())).forEach((order) -> {
			int mails = mailed.getOrDefault(order.id(), 0);
			int expected = order.refunded() ? 3 : 2;
			if (mails != expected) {
				findings.add(Invariant.I2, order.id(),
						"is " + order.status() + ", and " + mails + " mails were written instead of " + expected);
			}
		});
	}

}
