package dev.ticketrail.email;

import java.time.InstantSource;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.context.annotation.Primary;

/** Planted: sends a mail without looking whether it has been sent. */
@Primary
public class ForgetfulDelivery extends EmailDelivery {

	private final Emails emails;

	private final MailRoom mailRoom;

	private final MailServer mailServer;

	ForgetfulDelivery(Emails emails, MailRoom mailRoom, MailServer mailServer, InstantSource clock) {
		super(emails, mailRoom, mailServer, clock);
		this.emails = emails;
		this.mailRoom = mailRoom;
		this.mailServer = mailServer;
	}

	@Override
	void send(Event<EmailRequested> event) {
		if (this.emails.findByEmailId(event.data().emailId())
			.filter((email) -> email.status() == Email.Status.SENT)
			.isPresent()) {
			this.mailServer.send(this.mailRoom.pack(event));
		}
		super.send(event);
	}

}
