package dev.ticketrail.messaging.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL of the table {@code processed_event}. */
class ProcessedEvents {

	/*
	 * Sorted, so that two batches that share events wait for each other in one order only
	 * and cannot deadlock.
	 */
	private static final String INSERT = """
			insert into processed_event (consumer_group, event_id, processed_at)
			select ?, id, ? from unnest(?::uuid[]) as id order by id
			on conflict do nothing
			returning event_id""";

	private static final String KNOWN = "select event_id from processed_event where consumer_group = ? and event_id = any(?::uuid[])";

	private static final String CLEAN = """
			delete from processed_event where ctid = any(array(
			  select ctid from processed_event where processed_at < ? limit 10000))""";

	private final JdbcTemplate jdbc;

	ProcessedEvents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records the events as processed.
	 * @return those that were new; the others were processed before
	 */
	Set<UUID> insert(String group, Collection<UUID> ids, Instant now) {
		return new HashSet<>(this.jdbc.query(INSERT, (row, index) -> row.getObject(1, UUID.class), group,
				Timestamp.from(now), texts(ids)));
	}

	/** Those that are known to be processed; a hint only, {@link #insert} decides. */
	Set<UUID> known(String group, Collection<UUID> ids) {
		return new HashSet<>(this.jdbc.query(KNOWN, (row, index) -> row.getObject(1, UUID.class), group, texts(ids)));
	}

	/** Forgets what is older, in small steps. */
	long deleteBefore(Instant time) {
		long deleted = 0;
		int step;
		do {
			step = this.jdbc.update(CLEAN, Timestamp.from(time));
			deleted += step;
		}
		while (step > 0);
		return deleted;
	}

	private static String[] texts(Collection<UUID> ids) {
		return ids.stream().map(UUID::toString).toArray(String[]::new);
	}

}
