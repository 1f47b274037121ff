package dev.ticketrail.email;

import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes a MIME message of a requested mail: HTML with a plain-text alternative, headers
 * that nobody can add to, and a {@code Message-ID} that is the same each time.
 */
@Component
class MailRoom {

	static {
		// else Jakarta Mail searches the class path for it, at each message
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final MailServer mailServer;

	private final ITemplateEngine templates;

	private final InternetAddress sender;

	private final InstantSource clock;

	MailRoom(MailServer mailServer, ITemplateEngine templates, EmailSettings settings, InstantSource clock)
			throws MessagingException {
		this.mailServer = mailServer;
		this.templates = templates;
		this.sender = new InternetAddress(settings.sender(), true);
		this.clock = clock;
	}

	MimeMessage pack(Event<EmailRequested> event) {
		EmailRequested request = event.data();
		Template template = Template.named(request.template());
		InternetAddress recipient = Recipient.of(request.to());
		try {
			MimeMessage mail = new IdentifiedMail(this.mailServer.session(), messageId(event));
			mail.setFrom(this.sender);
			mail.setRecipient(MimeMessage.RecipientType.TO, recipient);
			mail.setSubject(OneLine.of(request.subject()), UTF_8.name());
			mail.setSentDate(Date.from(this.clock.instant()));
			// No robot shall answer this mail (RFC 3834).
			mail.setHeader("Auto-Submitted", "auto-generated");
			// The last alternative is the one that a reader prefers.
			mail.setContent(
					new MimeMultipart("alternative", text(template, request.model()), html(template, request.model())));
			mail.saveChanges();
			return mail;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("the mail cannot be written", ex);
		}
	}

	static String messageId(Event<?> event) {
		return "<" + event.id() + "@ticketrail.example>";
	}

	private MimeBodyPart text(Template template, Map<String, Object> model) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(render(template.fileName() + ".txt", model), UTF_8.name(), "plain");
		return part;
	}

	private MimeBodyPart html(Template template, Map<String, Object> model) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(render(template.fileName(), model), UTF_8.name(), "html");
		return part;
	}

	private String render(String file, Map<String, Object> model) {
		Context context = new Context();
		context.setVariables(model);
		return this.templates.process(file, context);
	}

}
