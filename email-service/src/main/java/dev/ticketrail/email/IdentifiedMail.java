package dev.ticketrail.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail with a {@code Message-ID} of our choice: JavaMail invents a new one otherwise.
 */
class IdentifiedMail extends MimeMessage {

	private final String messageId;

	IdentifiedMail(Session session, String messageId) {
		super(session);
		this.messageId = messageId;
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
