package dev.ticketrail.messaging.outbox;

import java.sql.SQLException;
import java.util.List;

import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Primary;

/** Planted: a row is forgotten before the broker has acknowledged it. */
@Primary
public class HastyRelay extends SimulatedRelay {

	HastyRelay(OutboxRows rows, OutboxBatch batch, Chance chance) {
		super(rows, batch, chance);
	}

	@Override
	void relay(List<OutboxRows.Row> next) throws SQLException {
		forget(next);
		super.relay(next);
	}

}
