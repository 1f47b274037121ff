package dev.ticketrail.email;

import java.util.List;

import dev.ticketrail.testing.invariants.Facts;

/** What email-service and the mail server know in the end. */
public class MailDesk {

	private final MemoryEmails emails;

	private final Postman postman;

	MailDesk(MemoryEmails emails, Postman postman) {
		this.emails = emails;
		this.postman = postman;
	}

	/** Forgets what the mail server has accepted. */
	public void clear() {
		this.postman.clear();
	}

	/**
	 * All mails. Only a mail about an order can be told from all others by its subject,
	 * so that nobody counts the rest.
	 */
	public List<Facts.Mail> facts() {
		return this.emails.rows()
			.stream()
			.map((email) -> new Facts.Mail(email.emailId(), email.orderId(), email.template(), email.status().name(),
					email.requestedAt(), (email.orderId() != null) ? this.postman.accepted(email) : null,
					this.postman.excused(email)))
			.toList();
	}

}
