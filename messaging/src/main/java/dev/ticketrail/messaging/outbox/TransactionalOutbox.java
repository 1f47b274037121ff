package dev.ticketrail.messaging.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.TimeOrderedId;
import dev.ticketrail.messaging.Wire;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction appends and writes it with one statement just before the
 * commit.
 */
class TransactionalOutbox implements Outbox {

	private final OutboxRows rows;

	private final Bindings bindings;

	private final Causes causes;

	private final InstantSource time;

	private final Runnable committed;

	TransactionalOutbox(OutboxRows rows, Bindings bindings, Causes causes, InstantSource time, Runnable committed) {
		this.rows = rows;
		this.bindings = bindings;
		this.causes = causes;
		this.time = time;
		this.committed = committed;
	}

	@Override
	public UUID append(String topic, String key, Object data) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("An event can only be appended inside a transaction: " + topic);
		}
		this.bindings.outputFor(topic);
		Instant now = this.time.instant().truncatedTo(ChronoUnit.MILLIS);
		UUID eventId = TimeOrderedId.at(now);
		pending().add(new OutboxRows.NewRow(eventId, topic, key, Wire.envelope(eventId, topic, now, data),
				this.causes.of(key).header(), now));
		return eventId;
	}

	@Override
	public long pending(int limit) {
		return this.rows.count(limit);
	}

	private List<OutboxRows.NewRow> pending() {
		Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
		if (pending == null) {
			pending = new Pending();
			TransactionSynchronizationManager.bindResource(this, pending);
			TransactionSynchronizationManager.registerSynchronization(pending);
		}
		return pending.rows;
	}

	private final class Pending implements TransactionSynchronization {

		private final List<OutboxRows.NewRow> rows = new ArrayList<>();

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(TransactionalOutbox.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(TransactionalOutbox.this, this);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			TransactionalOutbox.this.rows.insert(this.rows);
		}

		@Override
		public void afterCommit() {
			TransactionalOutbox.this.committed.run();
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalOutbox.this);
		}

	}

}
