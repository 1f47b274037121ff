package dev.ticketrail.analytics.replay;

/** A replay cannot be started now; the message says why. */
public class ReplayRefusedException extends RuntimeException {

	ReplayRefusedException(String reason) {
		super(reason);
	}

}
