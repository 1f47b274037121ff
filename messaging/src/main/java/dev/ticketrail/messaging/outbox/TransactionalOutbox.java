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
import dev.ticketrail.messaging.TraceParent;
import dev.ticketrail.messaging.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

/**
 * Collects what a transaction appends and writes it with one statement just before the
 * commit.
 */
class TransactionalOutbox implements Outbox {

	private static final Logger log = LoggerFactory.getLogger(TransactionalOutbox.class);

	private final OutboxRows rows;

	private final Bindings bindings;

	private final Causes causes;

	private final InstantSource time;

	private final DataSize maxEventSize;

	private final Runnable committed;

	TransactionalOutbox(OutboxRows rows, Bindings bindings, Causes causes, InstantSource time, DataSize maxEventSize,
			Runnable committed) {
		this.rows = rows;
		this.bindings = bindings;
		this.causes = causes;
		this.time = time;
		this.maxEventSize = maxEventSize;
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
		String payload = Wire.envelope(eventId, topic, now, data);
		int size = Wire.bytes(payload).length;
		if (size > this.maxEventSize.toBytes()) {
			throw new IllegalArgumentException(
					"An event of %d bytes to %s is refused: brokers take messages of %s at most".formatted(size, topic,
							this.maxEventSize));
		}
		TraceParent trace = this.causes.of(key);
		pending().add(new OutboxRows.NewRow(eventId, topic, key, payload, trace.header(), now));
		if (log.isDebugEnabled()) {
			trace.whileLogging(() -> log.debug("{} of {}: goes into the outbox", topic, key));
		}
		return eventId;
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
