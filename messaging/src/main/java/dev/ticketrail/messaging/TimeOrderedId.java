package dev.ticketrail.messaging;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): they begin with the time, so an index grows at its end.
 */
public final class TimeOrderedId {

	private static final SecureRandom RANDOM = new SecureRandom();

	private TimeOrderedId() {
	}

	public static UUID at(Instant time) {
		long high = (time.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
		long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

}
