package dev.ticketrail.analytics.replay;

/** A replay ended before its end. The reports are those from before, and still exact. */
public class ReplayFailedException extends RuntimeException {

	ReplayFailedException(String reason) {
		super(reason);
	}

	ReplayFailedException(String reason, Throwable cause) {
		super(reason, cause);
	}

}
