package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Crash;
import dev.ticketrail.simulator.network.Fault;
import dev.ticketrail.testing.invariants.Facts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stands in for the table {@code outbox}, and remembers all that was committed. */
public class MemoryOutboxRows extends OutboxRows {

	private final Table<Stored> rows;

	private final Table<Stored> history;

	private final Chance chance;

	private final String service;

	private long last;

	MemoryOutboxRows(Database database, Chance chance, Environment environment) {
		super(new JdbcTemplate());
		this.rows = database.table(Stored.class, (stored) -> id(stored.row()));
		this.history = database.table(Stored.class, (stored) -> id(stored.row()));
		this.chance = chance;
		this.service = environment.getRequiredProperty("spring.application.name");
	}

	private static String id(Row row) {
		return "%09d".formatted(row.id());
	}

	@Override
	void insert(List<NewRow> rows) {
		for (NewRow row : rows) {
			Stored stored = new Stored(new Row(++this.last, row.eventId(), row.topic(), row.key(), row.payload(),
					row.traceparent(), row.occurredAt(), 0), null);
			this.rows.put(stored);
			this.history.put(stored);
		}
	}

	/** Writes rows whatever becomes of their transaction: for a planted bug. */
	void writeAtOnce() {
		this.rows.writeAtOnce();
		this.history.writeAtOnce();
	}

	@Override
	List<Row> next(Connection connection, Instant now, Duration longestPause, int limit) throws SQLException {
		Set<String> parked = new HashSet<>();
		return this.rows.rows().stream().filter((stored) -> {
			if (stored.retryAt() != null && stored.retryAt().isAfter(now)) {
				parked.add(stored.row().key());
			}
			return !parked.contains(stored.row().key());
		}).limit(limit).map(Stored::row).toList();
	}

	@Override
	void forget(Connection connection, List<Row> sent) throws SQLException {
		if (this.chance.hits(Fault.CRASH_BEFORE_FORGETTING)) {
			throw new Crash();
		}
		this.rows.delete(sent.stream().map(MemoryOutboxRows::id).toList());
	}

	@Override
	void park(Connection connection, Row row, Instant retryAt, String error) throws SQLException {
		this.rows.put(new Stored(new Row(row.id(), row.eventId(), row.topic(), row.key(), row.payload(),
				row.traceparent(), row.occurredAt(), row.attempts() + 1), retryAt));
	}

	public boolean isEmpty() {
		return this.rows.isEmpty();
	}

	/** All that were ever committed. */
	public List<Facts.Event> events() {
		return this.history.rows()
			.stream()
			.map(Stored::row)
			.map((row) -> new Facts.Event(row.eventId().toString(), row.topic(), row.key(), this.service,
					row.occurredAt()))
			.toList();
	}

	public List<Facts.Waiting> waiting() {
		return this.rows.rows()
			.stream()
			.map((stored) -> new Facts.Waiting(this.service, stored.row().topic(), stored.row().key()))
			.toList();
	}

	private record Stored(Row row, @Nullable Instant retryAt) {

	}

}
