package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.ticketrail.messaging.TraceParent;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.EventSender;
import dev.ticketrail.messaging.broker.OutgoingEvent;
import dev.ticketrail.messaging.broker.RejectedByBrokerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch of rows and settles each: forgotten when acknowledged, parked when the
 * broker refused it, left alone when the broker could not be asked.
 * <p>
 * Rows of one aggregate go one after the other, each after the acknowledgement of the one
 * before it: otherwise a refused event could be overtaken by its successor.
 */
class OutboxBatch {

	private static final Logger log = LoggerFactory.getLogger(OutboxBatch.class);

	private final EventSender sender;

	private final OutboxRows rows;

	private final OutboxSettings settings;

	private final InstantSource time;

	private final String source;

	OutboxBatch(EventSender sender, OutboxRows rows, OutboxSettings settings, InstantSource time, String source) {
		this.sender = sender;
		this.rows = rows;
		this.settings = settings;
		this.time = time;
		this.source = source;
	}

	Instant now() {
		return this.time.instant();
	}

	/**
	 * Sends the rows.
	 * @throws BrokerUnavailableException if the broker could not be asked; what it had
	 * acknowledged by then is forgotten
	 */
	void send(Connection connection, List<OutboxRows.Row> batch) throws SQLException {
		List<OutboxRows.Row> remaining = batch;
		while (!remaining.isEmpty()) {
			remaining = sendFirstOfEachKey(connection, remaining);
		}
	}

	private List<OutboxRows.Row> sendFirstOfEachKey(Connection connection, List<OutboxRows.Row> batch)
			throws SQLException {
		Set<String> keys = new HashSet<>();
		List<OutboxRows.Row> firsts = new ArrayList<>();
		List<OutboxRows.Row> later = new ArrayList<>();
		for (OutboxRows.Row row : batch) {
			(keys.add(row.key()) ? firsts : later).add(row);
		}
		Set<String> refused = settle(connection, firsts);
		later.removeIf((row) -> refused.contains(row.key()));
		return later;
	}

	private Set<String> settle(Connection connection, List<OutboxRows.Row> sent) throws SQLException {
		List<CompletableFuture<Void>> answers = this.sender.send(sent.stream().map(this::event).toList());
		long deadline = System.nanoTime() + this.settings.acknowledgementTimeout().toNanos();
		List<OutboxRows.Row> acknowledged = new ArrayList<>();
		Set<String> refused = new HashSet<>();
		Throwable unavailable = null;
		for (int i = 0; i < sent.size(); i++) {
			OutboxRows.Row row = sent.get(i);
			try {
				answers.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
				acknowledged.add(row);
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof RejectedByBrokerException rejection) {
					park(connection, row, rejection);
					refused.add(row.key());
				}
				else {
					unavailable = ex.getCause();
				}
			}
			catch (TimeoutException ex) {
				unavailable = ex;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				unavailable = ex;
			}
		}
		if (!acknowledged.isEmpty()) {
			this.rows.forget(connection, acknowledged);
		}
		if (log.isDebugEnabled()) {
			acknowledged.forEach(OutboxBatch::say);
		}
		if (unavailable != null) {
			throw new BrokerUnavailableException(unavailable);
		}
		return refused;
	}

	private static void say(OutboxRows.Row row) {
		TraceParent.parse(row.traceparent())
			.whileLogging(() -> log.debug("{} of {}: the broker has it", row.topic(), row.key()));
	}

	private OutgoingEvent event(OutboxRows.Row row) {
		return new OutgoingEvent(row.topic(), row.key(),
				Wire.headers(row.eventId(), row.topic(), row.occurredAt(), this.source, row.key(), row.traceparent()),
				Wire.bytes(row.payload()));
	}

	private void park(Connection connection, OutboxRows.Row row, RejectedByBrokerException rejection)
			throws SQLException {
		Duration pause = this.settings.parkedPause(row.attempts());
		log.warn("Parked for {}: event {} to {} with key {}: {}", pause, row.eventId(), row.topic(), row.key(),
				rejection.getMessage());
		this.rows.park(connection, row, now().plus(pause), String.valueOf(rejection.getMessage()));
	}

}
