package dev.ticketrail.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import dev.ticketrail.launcher.Database;

import static org.awaitility.Awaitility.await;

/** Rows of a service's database that are locked until this is closed. */
final class HeldLock implements AutoCloseable {

	private static final String WAITING = "from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";

	private final Connection connection;

	/**
	 * Locks.
	 * @param query that selects at least one number {@code for update}
	 */
	HeldLock(Database database, String query) throws SQLException {
		this.connection = database.connect();
		try {
			this.connection.setAutoCommit(false);
			number(query);
		}
		catch (SQLException | IllegalStateException ex) {
			close();
			throw ex;
		}
	}

	/** Waits until somebody waits for this lock. */
	void awaitWaiting() {
		await().atMost(Duration.ofSeconds(30)).until(() -> number("select count(*) " + WAITING) > 0);
	}

	/**
	 * Ends the statements that wait. Of a client that is gone they would go on: the
	 * server notices its absence only when it answers.
	 */
	void endWaiting() {
		await().atMost(Duration.ofSeconds(10))
			.until(() -> number("select count(pg_terminate_backend(pid)) " + WAITING) == 0);
	}

	private int number(String query) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			if (!row.next()) {
				throw new IllegalStateException("no row: " + query);
			}
			return row.getInt(1);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
