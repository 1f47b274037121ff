package dev.ticketrail.email;

import java.time.InstantSource;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.context.annotation.Primary;

/** Planted: sends a mail without looking whether it has been sent. */
@Primary
public class ForgetfulDelivery extends EmailDelivery {

	private final SentMarks marks;

	private final MailRoom mailRoom;

	private final MailServer mailServer;

	private final InstantSource clock;

	ForgetfulDelivery(Emails emails, SentMarks marks, MailRoom mailRoom, MailServer mailServer, InstantSource clock) {
		super(emails, marks, mailRoom, mailServer, clock);
		this.marks = marks;
		this.mailRoom = mailRoom;
		this.mailServer = mailServer;
		this.clock = clock;
	}

	@Override
	void send(Event<EmailRequested> event) {
		EmailRequested request = event.data();
		this.marks.markAsSent(request.emailId(), request.to(), request.subject(), this.clock.instant());
		this.mailServer.send(this.mailRoom.pack(event));
	}

}
