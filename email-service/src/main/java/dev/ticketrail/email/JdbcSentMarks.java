package dev.ticketrail.email;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * In JDBC, because every mail does this in a transaction of its own: Hibernate would make
 * a query object and look into its persistence context each time, which costs as much as
 * the statement.
 */
@Repository
class JdbcSentMarks implements SentMarks {

	private static final String MARK = """
			update email set status = 'SENT', recipient = ?, subject = ?, sent_at = ?
			where email_id = ? and status = 'REQUESTED'""";

	private final JdbcTemplate jdbc;

	JdbcSentMarks(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int markAsSent(String emailId, String recipient, String subject, Instant at) {
		return this.jdbc.update(MARK, recipient, subject, Timestamp.from(at), emailId);
	}

}
