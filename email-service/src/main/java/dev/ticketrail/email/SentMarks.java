package dev.ticketrail.email;

import java.time.Instant;

/** Which mails are sent. */
interface SentMarks {

	/**
	 * Marks a mail as sent that is not, and holds its row until the transaction ends.
	 * @return how many were marked: one or none
	 */
	int markAsSent(String emailId, String recipient, String subject, Instant at);

}
