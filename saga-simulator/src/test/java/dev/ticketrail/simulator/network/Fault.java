package dev.ticketrail.simulator.network;

/** What can go wrong. A seed decides how often each does. */
public enum Fault {

	/** The process ends; its transaction is rolled back. */
	CRASH_BEFORE_COMMIT,

	/** The commit is made, and nobody hears of it. */
	COMMIT_UNANSWERED,

	/** The process ends after its commit; the broker delivers again. */
	CRASH_BEFORE_ACKNOWLEDGEMENT,

	/** The relay ends after the broker's acknowledgement; the event is sent again. */
	CRASH_BEFORE_FORGETTING,

	/** The broker cannot be reached. */
	SEND_LOST,

	/** The broker has the event, and its acknowledgement is lost. */
	SEND_UNANSWERED,

	/** The broker refuses the event for now. */
	SEND_REFUSED,

	/** A group hears again what it has acknowledged. */
	DELIVERED_AGAIN,

	/** An inbox forgets what it has processed, long before it should. */
	INBOX_FORGETS,

	/** The dead-letter queue cannot be reached. */
	DEAD_LETTER_QUEUE_DOWN,

	/** The payment gateway cannot be reached. */
	GATEWAY_DOWN,

	/** The payment gateway has booked, and its answer is lost. */
	GATEWAY_UNANSWERED,

	/** While the payment gateway thinks, other things happen. */
	GATEWAY_SLOW,

	/** The mail server cannot be reached. */
	MAIL_SERVER_DOWN,

	/** The mail server has accepted the mail, and its answer is lost. */
	MAIL_UNANSWERED,

	/** The customer's connection breaks before the answer comes. */
	ANSWER_LOST

}
