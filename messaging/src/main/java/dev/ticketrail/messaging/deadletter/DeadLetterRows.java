package dev.ticketrail.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ticketrail.messaging.Subscription;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL of the tables {@code dead_letter} and {@code dead_letter_attempt}. */
class DeadLetterRows {

	private static final String INSERT = """
			insert into dead_letter (id, topic, consumer_group, event_id, event_type, message_key, source, traceparent,
			                         payload, reason, attempts, first_failed_at, last_failed_at, status)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PARKED')
			on conflict do nothing""";

	private final JdbcTemplate jdbc;

	DeadLetterRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Stores letters; one that is stored already is left alone. */
	void insert(List<DeadLetter> letters) {
		this.jdbc.batchUpdate(INSERT,
				letters.stream()
					.map((letter) -> new Object[] { letter.id(), letter.topic(), letter.group(), letter.eventId(),
							letter.eventType(), letter.key(), letter.source(), letter.traceparent(), letter.payload(),
							letter.reason(), letter.attempts(), Timestamp.from(letter.firstFailedAt()),
							Timestamp.from(letter.lastFailedAt()) })
					.toList());
	}

	List<DeadLetter> find(DeadLetter.@Nullable Status status, @Nullable String topic, int page, int size) {
		List<Object> parameters = new ArrayList<>();
		String where = where(status, topic, parameters);
		parameters.add(size);
		parameters.add((long) page * size);
		return this.jdbc.query(
				"select * from dead_letter" + where + " order by last_failed_at desc, id desc limit ? offset ?",
				(row, index) -> letter(row), parameters.toArray());
	}

	long count(DeadLetter.@Nullable Status status, @Nullable String topic) {
		List<Object> parameters = new ArrayList<>();
		String where = where(status, topic, parameters);
		Long count = this.jdbc.queryForObject("select count(*) from dead_letter" + where, Long.class,
				parameters.toArray());
		return (count != null) ? count : 0;
	}

	private static String where(DeadLetter.@Nullable Status status, @Nullable String topic, List<Object> parameters) {
		List<String> conditions = new ArrayList<>();
		if (status != null) {
			conditions.add("status = ?");
			parameters.add(status.name());
		}
		if (topic != null) {
			conditions.add("topic = ?");
			parameters.add(topic);
		}
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	int deleteSettledBefore(Instant limit) {
		return this.jdbc.update("delete from dead_letter where status <> 'PARKED' and last_failed_at < ?",
				Timestamp.from(limit));
	}

	Optional<DeadLetter> find(UUID id) {
		return this.jdbc.query("select * from dead_letter where id = ?", (row, index) -> letter(row), id)
			.stream()
			.findFirst();
	}

	/** Finds a letter and keeps others from redriving it until the transaction ends. */
	Optional<DeadLetter> lock(UUID id) {
		return this.jdbc.query("select * from dead_letter where id = ? for update", (row, index) -> letter(row), id)
			.stream()
			.findFirst();
	}

	List<UUID> parkedIds(@Nullable String topic) {
		List<Object> parameters = new ArrayList<>();
		return this.jdbc.query(
				"select id from dead_letter" + where(DeadLetter.Status.PARKED, topic, parameters)
						+ " order by first_failed_at, id",
				(row, index) -> row.getObject(1, UUID.class), parameters.toArray());
	}

	void changeStatus(UUID id, DeadLetter.Status status) {
		this.jdbc.update("update dead_letter set status = ? where id = ?", status.name(), id);
	}

	void failedAgain(UUID id, String reason, Instant now) {
		this.jdbc.update("""
				update dead_letter set reason = ?, attempts = attempts + 1, last_failed_at = ?
				 where id = ? and status = 'PARKED'""", reason, Timestamp.from(now), id);
	}

	void addAttempt(UUID id, Instant now, String action, String outcome, byte @Nullable [] payload) {
		this.jdbc.update(
				"insert into dead_letter_attempt (dead_letter_id, at, action, outcome, payload) values (?, ?, ?, ?, ?)",
				id, Timestamp.from(now), action, outcome, payload);
	}

	List<DeadLetter.Attempt> attempts(UUID id) {
		return this.jdbc.query(
				"select at, action, outcome from dead_letter_attempt where dead_letter_id = ? order by at",
				(row, index) -> new DeadLetter.Attempt(row.getTimestamp(1).toInstant(), row.getString(2),
						row.getString(3)),
				id);
	}

	Map<Subscription, Long> parked() {
		Map<Subscription, Long> parked = new HashMap<>();
		this.jdbc.query("select topic, consumer_group, count(*) from dead_letter where status = 'PARKED' group by 1, 2",
				(ResultSet row) -> {
					parked.put(new Subscription(row.getString(1), row.getString(2)), row.getLong(3));
				});
		return parked;
	}

	private static DeadLetter letter(ResultSet row) throws SQLException {
		return new DeadLetter(row.getObject("id", UUID.class), row.getString("topic"), row.getString("consumer_group"),
				row.getObject("event_id", UUID.class), row.getString("event_type"), row.getString("message_key"),
				row.getString("source"), row.getString("traceparent"), row.getBytes("payload"), row.getString("reason"),
				row.getInt("attempts"), row.getTimestamp("first_failed_at").toInstant(),
				row.getTimestamp("last_failed_at").toInstant(), DeadLetter.Status.valueOf(row.getString("status")));
	}

}
