package dev.ticketrail.messaging.broker;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Whether the broker is there; one that was away a moment ago is not asked again. */
class BrokerPresence {

	private static final Duration MOMENT = Duration.ofSeconds(3);

	private final BrokerStatus broker;

	private long missedAt;

	private @Nullable BrokerAwayException missed;

	BrokerPresence(BrokerStatus broker) {
		this.broker = broker;
	}

	/**
	 * Asks the broker for a sign of life.
	 * @throws BrokerAwayException if there is none within two seconds
	 */
	synchronized void require() {
		if (this.missed != null && System.nanoTime() - this.missedAt < MOMENT.toNanos()) {
			throw this.missed;
		}
		try {
			this.broker.check();
			this.missed = null;
		}
		catch (Exception ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			this.missed = new BrokerAwayException(this.broker.name() + " does not answer: " + ex);
			this.missedAt = System.nanoTime();
			throw this.missed;
		}
	}

	/** Has no stack trace: it is logged for each binding, at each attempt. */
	static class BrokerAwayException extends RuntimeException {

		BrokerAwayException(String message) {
			super(message, null, false, false);
		}

	}

}
