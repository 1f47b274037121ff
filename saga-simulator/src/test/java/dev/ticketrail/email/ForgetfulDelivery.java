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

	private final InstantSource clock;

	ForgetfulDelivery(Emails emails, MailRoom mailRoom, MailServer mailServer, InstantSource clock) {
		super(emails, mailRoom, mailServer, clock);
		this.emails = emails;
		this.mailRoom = mailRoom;
		this.mailServer = mailServer;
		this.clock = clock;
	}

	@Override
	void send(Event<EmailRequested> event) {
		EmailRequested request = event.data();
		this.emails.markAsSent(request.emailId(), request.to(), request.subject(), this.clock.instant());
		this.mailServer.send(this.mailRoom.pack(event));
	}

}
