package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Crash;

/**
 * Does what {@link OutboxRelay} does between two pauses, without its thread, its
 * connection and its lock: one service has one relay here.
 */
public class SimulatedRelay {

	private static final Connection NONE = null;

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private final OutboxRows rows;

	private final OutboxBatch batch;

	private final Chance chance;

	SimulatedRelay(OutboxRows rows, OutboxBatch batch, Chance chance) {
		this.rows = rows;
		this.batch = batch;
		this.chance = chance;
	}

	/** Sends what may be sent now, or crashes over it. */
	public void run() {
		try {
			List<OutboxRows.Row> next = this.rows.next(NONE, this.batch.now(), LONGEST_PAUSE,
					1 + this.chance.below(10));
			if (!next.isEmpty()) {
				relay(next);
			}
		}
		catch (Crash | BrokerUnavailableException _) {
			// the rows that are left are sent the next time
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void relay(List<OutboxRows.Row> next) throws SQLException {
		this.batch.send(NONE, next);
	}

	void forget(List<OutboxRows.Row> sent) throws SQLException {
		this.rows.forget(NONE, sent);
	}

}
