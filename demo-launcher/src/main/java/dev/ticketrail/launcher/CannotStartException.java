package dev.ticketrail.launcher;

/**
 * Something cannot be started. The message is one line that a user can act on.
 */
public class CannotStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public CannotStartException(String reason) {
		super(reason);
	}

	public CannotStartException(String reason, Throwable cause) {
		super(reason, cause);
	}

}
