package dev.ticketrail.messaging.inbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells whether a failure is the message's fault or the world's. A message is innocent
 * when the database cannot be reached or is out of resources, when it lost a race for a
 * lock, and when a handler says so with an {@link OutageException}.
 */
final class WorldDown {

	/**
	 * SQLSTATE classes: connection exception, insufficient resources, operator
	 * intervention, system error, transaction rollback (deadlock, serialization).
	 */
	private static final Set<String> SQL_STATES = Set.of("08", "53", "57", "58", "40");

	private WorldDown() {
	}

	static boolean isCauseOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (isOutage(cause)) {
				return true;
			}
		}
		return false;
	}

	static OutageException describe(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutageException outage) {
				return outage;
			}
		}
		return new OutageException("database", failure);
	}

	private static boolean isOutage(Throwable failure) {
		return switch (failure) {
			case OutageException outage -> true;
			case CannotCreateTransactionException noConnection -> true;
			case DataAccessResourceFailureException noConnection -> true;
			case TransientDataAccessException tryAgain -> true;
			case TransactionSystemException commit -> commit.getCause() == null;
			case SQLTransientException tryAgain -> true;
			case SQLRecoverableException tryAgain -> true;
			case SQLException sql -> isOutage(sql.getSQLState());
			default -> false;
		};
	}

	/**
	 * The server and its driver always say what happened. The pool does not: whoever
	 * rolls back on a connection that it has given up is told that it is closed, without
	 * a state.
	 */
	private static boolean isOutage(@Nullable String state) {
		return state == null || (state.length() == 5 && SQL_STATES.contains(state.substring(0, 2)));
	}

}
