package dev.ticketrail.email;

import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Tells a mail that can never be sent from a mail server that cannot send just now.
 * <p>
 * Only a final refusal (5xx) of this very recipient or of this very text is the mail's
 * fault. Everything else would meet the next mail as well: no connection, no answer, a
 * password that is not accepted, a sender that is refused, "try again later" (4xx). The
 * price: a server that says 4xx about one mailbox for hours keeps one worker for hours.
 */
final class MailServerReply {

	private static final int BAD_SEQUENCE_OF_COMMANDS = 503;

	private static final int AUTHENTICATION_REQUIRED = 530;

	private MailServerReply() {
	}

	static RuntimeException explain(MessagingException failure) {
		Exception next = failure;
		while (next instanceof MessagingException reply) {
			if (reply instanceof SMTPAddressFailedException refused && isFinal(refused.getReturnCode())) {
				return refusal("recipient", refused);
			}
			if (reply instanceof SMTPSendFailedException refused && isFinal(refused.getReturnCode())
					&& !refused.getCommand().startsWith("MAIL")) {
				return refusal("mail", refused);
			}
			next = reply.getNextException();
		}
		return new OutageException("mail server", failure);
	}

	private static boolean isFinal(int code) {
		return code >= 500 && code != BAD_SEQUENCE_OF_COMMANDS && code != AUTHENTICATION_REQUIRED;
	}

	private static UnprocessableEventException refusal(String what, MessagingException reply) {
		return new UnprocessableEventException(
				"mail server refused the %s: %s".formatted(what, OneLine.of(String.valueOf(reply.getMessage()))));
	}

}
