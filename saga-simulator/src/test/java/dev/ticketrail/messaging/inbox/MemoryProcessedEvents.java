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
		ids.stream().filter((id) -> this.rows.insert(new Row(group, id, 0))).forEach(fresh::add);
		return fresh;
	}

	/** Takes down an effect on an event that was processed before. */
	void again(String group, UUID id) {
		this.rows.put(new Row(group, id, ++this.effects));
	}

	@Override
	Set<UUID> known(String group, Collection<UUID> ids) {
		Set<UUID> known = new LinkedHashSet<>(ids);
		known.removeIf((id) -> this.rows.find(new Row(group, id, 0).key()).isEmpty());
		return known;
	}

	/** One entry for each time that an event had its effect. */
	public List<Facts.Processed> facts() {
		return this.rows.rows().stream().map((row) -> new Facts.Processed(row.group(), row.id().toString())).toList();
	}

	/**
	 * A row.
	 *
	 * @param repeat zero, but where a planted bug lets an event have its effect again
	 */
	private record Row(String group, UUID id, int repeat) {

		private String key() {
			return this.group + " " + this.id + " " + this.repeat;
		}

	}

}
