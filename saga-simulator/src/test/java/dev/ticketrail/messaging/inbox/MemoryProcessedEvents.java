package dev.ticketrail.messaging.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import dev.ticketrail.testing.invariants.Facts;

import org.springframework.jdbc.core.JdbcTemplate;

/** Stands in for the table {@code processed_event}, and remembers each effect. */
public class MemoryProcessedEvents extends ProcessedEvents {

	private final Table<Row> rows;

	private int effects;

	MemoryProcessedEvents(Database database) {
		super(new JdbcTemplate());
		this.rows = database.table(Row.class, Row::key);
	}

	@Override
	Set<UUID> insert(String group, Collection<UUID> ids, Instant now) {
		Set<UUID> fresh = new LinkedHashSet<>();
		for (UUID id : ids) {
			Row row = new Row(group, id, 0, false);
			if (!isKnown(row)) {
				this.rows.put(row);
				fresh.add(id);
			}
		}
		return fresh;
	}

	/**
	 * The cleaner has been here, and then old events come again: from now on it is up to
	 * the business keys. What was processed stays a fact.
	 */
	public void forget() {
		this.rows.rows().forEach((row) -> this.rows.put(new Row(row.group(), row.id(), row.repeat(), true)));
	}

	/** Takes down an effect on an event that was processed before. */
	void again(String group, UUID id) {
		this.rows.put(new Row(group, id, ++this.effects, false));
	}

	@Override
	Set<UUID> known(String group, Collection<UUID> ids) {
		Set<UUID> known = new LinkedHashSet<>(ids);
		known.removeIf((id) -> !isKnown(new Row(group, id, 0, false)));
		return known;
	}

	private boolean isKnown(Row row) {
		return this.rows.find(row.key()).filter((known) -> !known.forgotten()).isPresent();
	}

	/** One entry for each time that an event had its effect. */
	public List<Facts.Processed> facts() {
		return this.rows.rows().stream().map((row) -> new Facts.Processed(row.group(), row.id().toString())).toList();
	}

	/**
	 * A row.
	 *
	 * @param repeat zero, but where a planted bug lets an event have its effect again
	 * @param forgotten whether the table has this row no more
	 */
	private record Row(String group, UUID id, int repeat, boolean forgotten) {

		private String key() {
			return this.group + " " + this.id + " " + this.repeat;
		}

	}

}
