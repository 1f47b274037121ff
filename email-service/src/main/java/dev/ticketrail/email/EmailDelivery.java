package dev.ticketrail.email;

import java.time.InstantSource;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.stereotype.Component;

/**
 * Sends one mail and marks it as sent.
 * <p>
 * Promised: while the mail server is away, the mail waits; a mail that is marked as sent
 * is not sent again. <strong>Not promised: exactly one mail.</strong> A mail cannot be
 * taken back, and the mail server takes no part in our transaction. A crash between its
 * answer and our commit, or an answer that is lost on the way, sends the mail a second
 * time. Both carry the same {@code Message-ID}, made from the event's id, by which many
 * mailboxes show only one of them.
 */
@Component
class EmailDelivery {

	private final Emails emails;

	private final SentMarks marks;

	private final MailRoom mailRoom;

	private final MailServer mailServer;

	private final InstantSource clock;

	EmailDelivery(Emails emails, SentMarks marks, MailRoom mailRoom, MailServer mailServer, InstantSource clock) {
		this.emails = emails;
		this.marks = marks;
		this.mailRoom = mailRoom;
		this.mailServer = mailServer;
		this.clock = clock;
	}

	/**
	 * Sends the mail, within the listener's transaction. Marks it first, and so holds its
	 * row meanwhile: the same mail asked for by two events is still sent by one worker.
	 */
	void send(Event<EmailRequested> event) {
		EmailRequested request = event.data();
		if (mark(request) || record(request) && mark(request)) {
			this.mailServer.send(this.mailRoom.pack(event));
		}
	}

	/**
	 * Marks the mail as sent, with recipient and subject as they are now: an operator may
	 * have corrected them on the way.
	 * @return whether it was there, and not sent yet
	 */
	private boolean mark(EmailRequested request) {
		return this.marks.markAsSent(request.emailId(), request.to(), request.subject(), this.clock.instant()) == 1;
	}

	/**
	 * Anyone may put a mail into the queue: one that we have not written is recorded now.
	 * @return whether it was not there
	 */
	private boolean record(EmailRequested request) {
		return !this.emails
			.addAll(new String[] { request.emailId() }, new String[] { request.orderId() },
					new String[] { request.to() }, new String[] { request.subject() },
					new String[] { request.template() }, this.clock.instant())
			.isEmpty();
	}

}
