package dev.ticketrail.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import dev.ticketrail.messaging.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every event that was recorded, once. */
@Repository
public class EventLog {

	/*
	 * Sorted, so that two batches that share events wait for each other in one order only
	 * and cannot deadlock.
	 */
	private static final String ADD = """
			insert into event_log
			  (event_id, event_type, event_key, order_id, service, occurred_at, data, received_at)
			select e.*, :receivedAt::timestamptz
			from unnest(:ids::uuid[], :types::text[], :keys::text[], :orders::text[], :services::text[],
			  :times::timestamptz[], :data::jsonb[]) as e (event_id, event_type, event_key, order_id, service,
			  occurred_at, data)
			order by e.occurred_at, e.event_id
			on conflict (event_id) do nothing
			returning event_id""";

	private static final String KNOWN = "select event_id from event_log where event_id = any(:ids::uuid[])";

	private static final String UNCOUNTED = """
			select e.* from event_log e
			where e.seq > :after and e.seq <= :last and not exists (
			  select from replayed_event r where r.generation = :generation and r.event_id = e.event_id)
			order by e.seq limit :limit""";

	private final JdbcClient jdbc;

	EventLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds events.
	 * @return those that were not there before
	 */
	List<LoggedEvent> add(Collection<LoggedEvent> events, Instant receivedAt) {
		Map<UUID, LoggedEvent> byId = new HashMap<>();
		events.forEach((event) -> byId.putIfAbsent(event.id(), event));
		return this.jdbc.sql(ADD)
			.param("receivedAt", receivedAt.toString())
			.param("ids", texts(byId.values(), (event) -> event.id().toString()))
			.param("types", texts(byId.values(), LoggedEvent::type))
			.param("keys", texts(byId.values(), LoggedEvent::key))
			.param("orders", texts(byId.values(), LoggedEvent::orderId))
			.param("services", texts(byId.values(), LoggedEvent::service))
			.param("times", texts(byId.values(), (event) -> event.occurredAt().toString()))
			.param("data", texts(byId.values(), (event) -> event.json().toString()))
			.query(UUID.class)
			.list()
			.stream()
			.map((id) -> Objects.requireNonNull(byId.get(id)))
			.toList();
	}

	/** Those of the events that the log does not have. */
	public List<LoggedEvent> missing(Collection<LoggedEvent> events) {
		var known = this.jdbc.sql(KNOWN)
			.param("ids", texts(events, (event) -> event.id().toString()))
			.query(UUID.class)
			.set();
		return events.stream().filter((event) -> !known.contains(event.id())).toList();
	}

	/** The position of the newest entry. Entries can still appear before it. */
	public long lastPosition() {
		return this.jdbc.sql("select coalesce(max(seq), 0) from event_log").query(Long.class).single();
	}

	/**
	 * A page of the entries that a replay did not count.
	 * @param generation the generation that the replay builds
	 * @param after where the page before ended
	 * @param last the last position of interest
	 */
	public List<Entry> uncounted(int generation, long after, long last, int limit) {
		return this.jdbc.sql(UNCOUNTED)
			.param("generation", generation)
			.param("after", after)
			.param("last", last)
			.param("limit", limit)
			.query(EventLog::entry)
			.list();
	}

	/** All events of an order, as they happened. */
	public List<Entry> ofOrder(String orderId) {
		return this.jdbc.sql("select * from event_log where order_id = ? order by occurred_at, seq")
			.param(orderId)
			.query(EventLog::entry)
			.list();
	}

	/** The newest entries, newest first. */
	public List<Entry> newest(int limit) {
		return this.jdbc.sql("select * from event_log order by seq desc limit ?")
			.param(limit)
			.query(EventLog::entry)
			.list();
	}

	private static String[] texts(Collection<LoggedEvent> events, Function<LoggedEvent, @Nullable String> column) {
		return events.stream().map(column).toArray(String[]::new);
	}

	private static Entry entry(ResultSet row, int index) throws SQLException {
		return new Entry(row.getLong("seq"), row.getObject("event_id", UUID.class), row.getString("event_type"),
				row.getString("event_key"), row.getString("order_id"), row.getString("service"),
				instant(row, "occurred_at"), instant(row, "received_at"), row.getString("data"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * An event as it stands in the log.
	 *
	 * @param position where it stands
	 * @param json its data
	 */
	public record Entry(long position, UUID id, String type, String key, @Nullable String orderId, String service,
			Instant occurredAt, Instant receivedAt, String json) {

		/** The event, ready to be counted again. */
		public LoggedEvent event() {
			JsonNode data = Wire.JSON.readTree(this.json);
			return new LoggedEvent(this.id, this.type, this.key, this.orderId, this.service, this.occurredAt, data,
					Topic.of(this.type).read(data));
		}

	}

}
