package dev.ticketrail.email;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** The place where a mail becomes an event. */
@Component
class EmailEvents {

	private final Outbox outbox;

	EmailEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void requested(String emailId, Letter letter) {
		this.outbox.append(EmailRequested.TYPE, letter.about(), new EmailRequested(emailId, letter.orderId(),
				letter.to(), letter.subject(), letter.template().fileName(), letter.model()));
	}

}
