package dev.ticketrail.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long to let events gather before the next batch. On a busy machine every loop that
 * takes each event as it comes pays a transaction for each, and all of them together keep
 * the machine busy with transactions. So whoever is late already waits half as long
 * again, and finds more to do at once: the busier, the larger the batches, and the
 * cheaper an event. Whoever is in time hardly waits, nor does who has a large batch in
 * hand.
 * <p>
 * Clocks of different machines may differ: then events wait 200 ms at most, or not at
 * all.
 */
public final class Gathering {

	private static final int LARGE = 100;

	private static final Duration LONGEST = Duration.ofMillis(200);

	private final InstantSource time;

	public Gathering(InstantSource time) {
		this.time = time;
	}

	/**
	 * The pause after a batch.
	 * @param events how many were in it
	 * @param oldest when the first of them happened
	 */
	public Duration after(int events, Instant oldest) {
		Duration pause = Duration.between(oldest, this.time.instant()).dividedBy(2);
		if (events >= LARGE || pause.isNegative()) {
			return Duration.ZERO;
		}
		return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
	}

}
