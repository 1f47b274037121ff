package dev.ticketrail.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Carries committed events from the table {@code outbox} to the broker, and forgets a row
 * only after the broker's acknowledgement.
 * <p>
 * One instance of a service relays at a time: whoever holds PostgreSQL's advisory lock.
 * The lock belongs to the connection that also reads and deletes the rows, so who loses
 * the connection loses the lock and can delete nothing any more. No transaction is open
 * while the relay waits for the broker.
 * <p>
 * Not promised: that an event is sent only once. A crash between the acknowledgement and
 * the deletion sends it again.
 */
class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final String LOCK = "select pg_try_advisory_lock(hashtext('ticketrail.outbox'))";

	private static final String UNLOCK = "select pg_advisory_unlock(hashtext('ticketrail.outbox'))";

	private static final Duration FOLLOWER_PAUSE = Duration.ofSeconds(1);

	private final DataSource dataSource;

	private final OutboxRows rows;

	private final OutboxBatch batch;

	private final OutboxSettings settings;

	private final Gathering gathering;

	private final Semaphore wake = new Semaphore(0);

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	OutboxRelay(DataSource dataSource, OutboxRows rows, OutboxBatch batch, OutboxSettings settings,
			Gathering gathering) {
		this.dataSource = dataSource;
		this.rows = rows;
		this.batch = batch;
		this.settings = settings;
		this.gathering = gathering;
	}

	/** Something was committed: look now. */
	void wake() {
		if (this.wake.availablePermits() == 0) {
			this.wake.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
	}

	private void run() {
		String trouble = null;
		while (this.running) {
			try (Connection connection = this.dataSource.getConnection()) {
				connection.setAutoCommit(true);
				trouble = null;
				lead(connection);
			}
			catch (SQLException | RuntimeException ex) {
				if (!String.valueOf(ex.getMessage()).equals(trouble)) {
					trouble = String.valueOf(ex.getMessage());
					log.warn("The outbox waits, its rows are kept: {}", trouble);
				}
				pause(this.settings.outagePause());
			}
		}
	}

	private void lead(Connection connection) throws SQLException {
		if (!holds(connection, LOCK)) {
			pause(FOLLOWER_PAUSE);
			return;
		}
		try {
			while (this.running) {
				if (!relay(connection)) {
					pause(this.settings.pollInterval());
				}
			}
		}
		finally {
			if (!connection.isClosed()) {
				holds(connection, UNLOCK);
			}
		}
	}

	/**
	 * Sends one batch, and lets the next one gather; says whether there was more. What is
	 * committed later wakes the relay.
	 */
	private boolean relay(Connection connection) throws SQLException {
		List<OutboxRows.Row> next = this.rows.next(connection, this.batch.now(), this.settings.parkedPauseMaximum(),
				this.settings.batchSize());
		if (next.isEmpty()) {
			return false;
		}
		Duration pause = this.gathering.after(next.size(), next.getFirst().occurredAt());
		this.batch.send(connection, next);
		gather(pause);
		return next.size() == this.settings.batchSize();
	}

	private static boolean holds(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
			return result.next() && result.getBoolean(1);
		}
	}

	private void pause(Duration duration) {
		try {
			if (this.wake.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS)) {
				this.wake.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	/** Whatever is committed meanwhile ends a pause, but not this one. */
	private void gather(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		Thread relay = this.thread;
		if (relay != null) {
			try {
				relay.join(this.settings.acknowledgementTimeout().plusSeconds(2));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
