package dev.ticketrail.analytics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;

/** Stands in for the table {@code event_log}. */
class MemoryEventLog extends EventLog {

	private final Table<LoggedEvent> rows;

	MemoryEventLog(Database database) {
		super(null);
		this.rows = database.table(LoggedEvent.class, (event) -> event.id().toString());
	}

	@Override
	List<LoggedEvent> add(Collection<LoggedEvent> events, Instant receivedAt) {
		return events.stream().filter(this.rows::insert).toList();
	}

}
