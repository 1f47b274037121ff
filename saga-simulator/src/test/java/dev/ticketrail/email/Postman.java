package dev.ticketrail.email;

import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;

import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands in for the mail server, and counts: how often it has accepted a mail, and how
 * often the sender's transaction was not committed after that. So often, and not more, a
 * mail may come again.
 */
class Postman extends MailServer {

	private final Map<String, Integer> accepted = new HashMap<>();

	private final Map<String, Integer> excused = new HashMap<>();

	private final Chance chance;

	Postman(Chance chance) {
		super(new JavaMailSenderImpl());
		this.chance = chance;
	}

	@Override
	void send(MimeMessage mail) {
		if (this.chance.hits(Fault.MAIL_SERVER_DOWN)) {
			throw outage();
		}
		String id = id(mail);
		this.accepted.merge(id, 1, Integer::sum);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK) {
					Postman.this.excused.merge(id, 1, Integer::sum);
				}
			}
		});
		if (this.chance.hits(Fault.MAIL_UNANSWERED)) {
			throw outage();
		}
	}

	/** The same mail has the same subject and recipient, whatever its Message-ID. */
	private static String id(MimeMessage mail) {
		try {
			return mail.getAllRecipients()[0] + ": " + mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static OutageException outage() {
		return new OutageException("mail server", new SocketTimeoutException("Read timed out"));
	}

	int accepted(Email email) {
		return this.accepted.getOrDefault(email.recipient() + ": " + email.subject(), 0);
	}

	int excused(Email email) {
		return this.excused.getOrDefault(email.recipient() + ": " + email.subject(), 0);
	}

	void clear() {
		this.accepted.clear();
		this.excused.clear();
	}

}
