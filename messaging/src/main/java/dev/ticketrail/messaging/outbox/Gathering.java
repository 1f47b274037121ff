package dev.ticketrail.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long the relay lets events gather before it sends the next ones. An event that is
 * sent alone costs every subscriber a transaction of its own; on a busy machine these
 * transactions are what keeps it busy. So whoever is late already waits for company, and
 * all who come after the relay find more to do at once: the busier, the larger the
 * batches, and the cheaper an event. On an idle machine nobody is late.
 */
final class Gathering {

	private static final int LARGE = 100;

	private static final Duration LONGEST = Duration.ofMillis(200);

	private final InstantSource time;

	Gathering(InstantSource time) {
		this.time = time;
	}

	/**
	 * The pause after a batch: nine tenths of its lateness. Not all of it, because the
	 * next batch is late by this pause and by what sending takes: pauses would grow
	 * without an end.
	 * @param events how many were in it
	 * @param oldest when the first of them happened
	 */
	Duration after(int events, Instant oldest) {
		Duration pause = Duration.between(oldest, this.time.instant()).multipliedBy(9).dividedBy(10);
		if (events >= LARGE || pause.isNegative()) {
			return Duration.ZERO;
		}
		return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
	}

}
