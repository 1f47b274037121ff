package dev.ticketrail.analytics.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The replays: who runs, how far it is, and what it has counted. All times are the
 * database's, because instances on machines whose clocks differ compare them.
 */
@Repository
@Transactional
public class ReplayRuns {

	private static final String GIVE_UP_SILENT = """
			update replay set status = 'FAILED', finished_at = now(), reason = 'gave no sign of life and was given up'
			where status = 'RUNNING' and heartbeat_at < now() - make_interval(secs => ?)""";

	private static final String BEGIN = """
			insert into replay (generation, status, started_at, heartbeat_at)
			select 1 + greatest((select generation from current_generation), (select max(generation) from replay)),
			  'RUNNING', now(), now()
			on conflict do nothing
			returning generation""";

	private static final String BEAT = """
			update replay set heartbeat_at = now(), events = events + ?
			where generation = ? and status = 'RUNNING'""";

	private static final String MARK = """
			insert into replayed_event (generation, event_id)
			select ?, id from unnest(?::uuid[]) as id order by id
			on conflict do nothing
			returning event_id""";

	private static final String FINISH = """
			update replay set status = ?, finished_at = clock_timestamp(), reason = ?
			where generation = ? and status = 'RUNNING'""";

	private static final String RUNNING = "select generation from replay where status = 'RUNNING'";

	private static final String SWEEP_MARKS = "delete from replayed_event where generation not in (" + RUNNING + ")";

	private static final String SWEEP_REPORT = "delete from %s where generation not in ("
			+ "select generation from current_generation union all " + RUNNING + ")";

	private final JdbcClient jdbc;

	ReplayRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins a replay, unless one is running. One that is silent for longer than its
	 * lease is given up: should it live, its next {@link #beat} stops it.
	 * @return the generation to build
	 */
	Optional<Integer> begin(Duration lease) {
		this.jdbc.sql(GIVE_UP_SILENT).param(lease.toMillis() / 1000.0).update();
		return this.jdbc.sql(BEGIN).query(Integer.class).optional();
	}

	/**
	 * Part of every transaction of a replay: keeps the lease, and sees to it that a
	 * replay which was given up counts no more.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void beat(int generation, int events) {
		if (this.jdbc.sql(BEAT).param(events).param(generation).update() == 0) {
			throw new ReplayFailedException("The replay was given up: another may have taken over");
		}
	}

	/**
	 * Marks events as counted.
	 * @return those that were not marked before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Set<UUID> mark(int generation, Collection<UUID> events) {
		return this.jdbc.sql(MARK)
			.param(generation)
			.param(events.stream().map(UUID::toString).toArray(String[]::new))
			.query(UUID.class)
			.set();
	}

	void done(int generation) {
		finish("DONE", null, generation);
	}

	void failed(int generation, String reason) {
		finish("FAILED", reason, generation);
	}

	private void finish(String status, @Nullable String reason, int generation) {
		this.jdbc.sql(FINISH).param(status).param(reason).param(generation).update();
	}

	/** Deletes what no report and no running replay needs. */
	void sweep() {
		this.jdbc.sql(SWEEP_MARKS).update();
		for (String report : List.of("order_progress", "figure", "product_sales")) {
			this.jdbc.sql(SWEEP_REPORT.formatted(report)).update();
		}
	}

	/** The latest replay, running or not. */
	@Transactional(readOnly = true)
	public Optional<Run> latest() {
		return this.jdbc.sql("select * from replay order by generation desc limit 1").query((row, index) -> {
			OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
			return new Run(row.getString("status"), row.getInt("generation"), row.getLong("events"),
					row.getObject("started_at", OffsetDateTime.class).toInstant(),
					(finished != null) ? finished.toInstant() : null, row.getString("reason"));
		}).optional();
	}

	/**
	 * How a replay is going, or went.
	 *
	 * @param status {@code RUNNING}, {@code DONE} or {@code FAILED}
	 * @param generation the generation of the reports that it builds
	 * @param events what it has counted so far
	 * @param reason why it failed
	 */
	public record Run(String status, int generation, long events, Instant startedAt, @Nullable Instant finishedAt,
			@Nullable String reason) {

	}

}
