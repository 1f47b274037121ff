package dev.ticketrail.email;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every mail that was ever asked for. */
public interface Emails extends Repository<Email, String> {

	/**
	 * Adds the mails that are not there yet, all in one statement. Waits for a
	 * transaction that is adding one of them at the same time.
	 * @return the ids of those that are new
	 */
	@Query(nativeQuery = true, value = """
			insert into email (email_id, order_id, recipient, subject, template, status, requested_at)
			select *, 'REQUESTED', :requestedAt from unnest(:emailIds, :orderIds, :recipients, :subjects, :templates)
			on conflict do nothing returning email_id""")
	List<String> addAll(String[] emailIds, @Nullable String[] orderIds, String[] recipients, String[] subjects,
			String[] templates, Instant requestedAt);

	List<Email> findByOrderIdOrderByRequestedAtDesc(String orderId, Limit limit);

	List<Email> findByRecipientOrderByRequestedAtDesc(String recipient, Limit limit);

	List<Email> findByOrderIdAndRecipientOrderByRequestedAtDesc(String orderId, String recipient, Limit limit);

	List<Email> findByOrderByRequestedAtDesc(Limit limit);

}
