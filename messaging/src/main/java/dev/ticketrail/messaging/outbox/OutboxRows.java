package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL of the table {@code outbox}. */
class OutboxRows {

	private static final String INSERT = """
			insert into outbox (event_id, topic, message_key, payload, traceparent, occurred_at)
			select event_id, topic, message_key, payload, traceparent, occurred_at
			  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) with ordinality
			       as new (event_id, topic, message_key, payload, traceparent, occurred_at, position)
			 order by position""";

	/*
	 * Always from the lowest id that is there, never "id > last": a lower id can be
	 * committed later. A parked row holds back the rows of its aggregate behind it, but
	 * never longer than the longest pause: a clock may have been set back.
	 */
	private static final String NEXT = """
			select id, event_id, topic, message_key, payload, traceparent, occurred_at, attempts
			  from outbox o
			 where not exists (select 1 from outbox parked
			                    where parked.retry_at > ? and parked.retry_at <= ? and parked.message_key = o.message_key
			                      and parked.id <= o.id)
			 order by id limit ?""";

	private static final String FORGET = "delete from outbox where id = any(?)";

	private static final String PARK = "update outbox set retry_at = ?, attempts = attempts + 1, error = ? where id = ?";

	/** A row that is to be appended. */
	record NewRow(UUID eventId, String topic, String key, String payload, String traceparent, Instant occurredAt) {
	}

	/** A row that is to be sent. */
	record Row(long id, UUID eventId, String topic, String key, String payload, String traceparent, Instant occurredAt,
			int attempts) {
	}

	/** A row that the broker refused. */
	record ParkedRow(long id, String topic, String key, String error) {
	}

	private final JdbcTemplate jdbc;

	OutboxRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void insert(List<NewRow> rows) {
		this.jdbc.update(INSERT, text(rows, (row) -> row.eventId().toString()), text(rows, NewRow::topic),
				text(rows, NewRow::key), text(rows, NewRow::payload), text(rows, NewRow::traceparent),
				text(rows, (row) -> row.occurredAt().toString()));
	}

	private static String[] text(List<NewRow> rows, Function<NewRow, String> column) {
		return rows.stream().map(column).toArray(String[]::new);
	}

	List<Row> next(Connection connection, Instant now, Duration longestPause, int limit) throws SQLException {
		List<Row> rows = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
			statement.setTimestamp(1, Timestamp.from(now));
			statement.setTimestamp(2, Timestamp.from(now.plus(longestPause)));
			statement.setInt(3, limit);
			try (ResultSet found = statement.executeQuery()) {
				while (found.next()) {
					rows.add(new Row(found.getLong(1), found.getObject(2, UUID.class), found.getString(3),
							found.getString(4), found.getString(5), found.getString(6),
							found.getTimestamp(7).toInstant(), found.getInt(8)));
				}
			}
		}
		return rows;
	}

	void forget(Connection connection, List<Row> sent) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
			statement.setArray(1, connection.createArrayOf("bigint", sent.stream().map(Row::id).toArray()));
			statement.executeUpdate();
		}
	}

	void park(Connection connection, Row row, Instant retryAt, String error) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(PARK)) {
			statement.setTimestamp(1, Timestamp.from(retryAt));
			statement.setString(2, error);
			statement.setLong(3, row.id());
			statement.executeUpdate();
		}
	}

	long count() {
		Long count = this.jdbc.queryForObject("select count(*) from outbox", Long.class);
		return (count != null) ? count : 0;
	}

	long count(int limit) {
		Long count = this.jdbc.queryForObject("select count(*) from (select from outbox limit ?) as first", Long.class,
				limit);
		return (count != null) ? count : 0;
	}

	/** How long the oldest row has been waiting; zero where there is none. */
	Duration age(Instant now) {
		return this.jdbc.query("select occurred_at from outbox order by id limit 1", (ResultSet found) -> found.next()
				? Duration.between(found.getTimestamp(1).toInstant(), now) : Duration.ZERO);
	}

	List<ParkedRow> parked() {
		return this.jdbc.query(
				"select id, topic, message_key, error from outbox where retry_at is not null order by id limit 1000",
				(found, index) -> new ParkedRow(found.getLong(1), found.getString(2), found.getString(3),
						found.getString(4)));
	}

}
