package dev.ticketrail.messaging.outbox;

import java.util.List;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Planted: rows are written beside the transaction, and survive its rollback. */
@Primary
public class RowsOfTheirOwn extends MemoryOutboxRows {

	RowsOfTheirOwn(Database database, Chance chance, Environment environment) {
		super(database, chance, environment);
	}

	@Override
	void insert(List<NewRow> rows) {
		super.insert(rows);
		writeAtOnce();
	}

}
