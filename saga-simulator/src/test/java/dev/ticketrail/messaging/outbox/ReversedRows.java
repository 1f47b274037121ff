package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Planted: the newest row is sent first. */
@Primary
public class ReversedRows extends MemoryOutboxRows {

	ReversedRows(Database database, Chance chance, Environment environment) {
		super(database, chance, environment);
	}

	@Override
	List<Row> next(Connection connection, Instant now, Duration longestPause, int limit) throws SQLException {
		return super.next(connection, now, longestPause, limit).reversed();
	}

}
