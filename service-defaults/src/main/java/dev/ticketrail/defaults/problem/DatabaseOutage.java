package dev.ticketrail.defaults.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a database that is away, out of connections or in a conflict, where asking again
 * helps, from a mistake of ours, where it does not.
 */
public final class DatabaseOutage {

	/** Connection, resources, operator's intervention, deadlock or serialisation. */
	private static final Set<String> SQL_STATES = Set.of("08", "53", "57", "40");

	private DatabaseOutage() {
	}

	/** Whether an exception or one of its causes tells of one. */
	public static boolean isBehind(@Nullable Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (isOne(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOne(Throwable cause) {
		return switch (cause) {
			case CannotCreateTransactionException _, DataAccessResourceFailureException _,
					TransientDataAccessException _, RecoverableDataAccessException _ ->
				true;
			case SQLTransientException _, SQLRecoverableException _, SQLNonTransientConnectionException _ -> true;
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
