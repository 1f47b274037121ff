package dev.ticketrail.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ticketrail.simulator.memory.Copy;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;

/** Stands in for the table {@code email}. */
class MemoryEmails implements Emails, SentMarks {

	private final Table<Email> rows;

	MemoryEmails(Database database) {
		this.rows = database.table(Email.class, Email::emailId);
	}

	@Override
	public List<String> addAll(String[] emailIds, @Nullable String[] orderIds, String[] recipients, String[] subjects,
			String[] templates, Instant requestedAt) {
		List<String> fresh = new ArrayList<>();
		for (int i = 0; i < emailIds.length; i++) {
			Map<String, Object> row = new HashMap<>(
					Map.of("emailId", emailIds[i], "recipient", recipients[i], "subject", subjects[i], "template",
							templates[i], "status", Email.Status.REQUESTED, "requestedAt", requestedAt));
			row.put("orderId", orderIds[i]);
			if (this.rows.insert(Copy.read(Email.class, row))) {
				fresh.add(emailIds[i]);
			}
		}
		return fresh;
	}

	@Override
	public int markAsSent(String emailId, String recipient, String subject, Instant at) {
		Optional<Email> email = this.rows.find(emailId).filter((found) -> found.status() == Email.Status.REQUESTED);
		email.ifPresent(
				(found) -> Map.of("status", Email.Status.SENT, "recipient", recipient, "subject", subject, "sentAt", at)
					.forEach((field, value) -> Copy.set(found, field, value)));
		return email.isPresent() ? 1 : 0;
	}

	List<Email> rows() {
		return this.rows.rows();
	}

	@Override
	public List<Email> findByOrderIdOrderByRequestedAtDesc(String orderId, Limit limit) {
		throw new UnsupportedOperationException("for the web");
	}

	@Override
	public List<Email> findByRecipientOrderByRequestedAtDesc(String recipient, Limit limit) {
		throw new UnsupportedOperationException("for the web");
	}

	@Override
	public List<Email> findByOrderIdAndRecipientOrderByRequestedAtDesc(String orderId, String recipient, Limit limit) {
		throw new UnsupportedOperationException("for the web");
	}

	@Override
	public List<Email> findByOrderByRequestedAtDesc(Limit limit) {
		throw new UnsupportedOperationException("for the web");
	}

}
