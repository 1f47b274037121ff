package dev.ticketrail.messaging.outbox;

/** How far the broker is behind what a service has committed. */
@FunctionalInterface
public interface OutboxBacklog {

	/**
	 * Counts the committed events that the broker has not acknowledged yet.
	 * @param limit where to stop counting, so that the question stays cheap
	 * @return the number of events, at most the limit
	 */
	long pending(int limit);

}
