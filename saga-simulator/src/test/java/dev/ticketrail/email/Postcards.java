package dev.ticketrail.email;

import java.time.InstantSource;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * Writes mails without a text: templates and MIME take more time than all the rest of a
 * day, and are for email-service's tests.
 */
class Postcards extends MailRoom {

	Postcards(MailServer mailServer, EmailSettings settings, InstantSource clock) throws MessagingException {
		super(mailServer, null, settings, clock);
	}

	@Override
	MimeMessage pack(Event<EmailRequested> event) {
		try {
			Template.named(event.data().template());
			MimeMessage mail = new MimeMessage((Session) null);
			mail.setRecipient(MimeMessage.RecipientType.TO, Recipient.of(event.data().to()));
			mail.setSubject(event.data().subject());
			return mail;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
