package dev.ticketrail.messaging.deadletter;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message that one group could not process.
 *
 * @param eventId absent where it could not be read
 * @param payload as received; absent where the message had none
 */
record DeadLetter(UUID id, String topic, String group, @Nullable UUID eventId, @Nullable String eventType,
		@Nullable String key, @Nullable String source, @Nullable String traceparent, byte @Nullable [] payload,
		String reason, int attempts, Instant firstFailedAt, Instant lastFailedAt, Status status) {

	enum Status {

		PARKED, REDRIVEN, DISCARDED

	}

	/** One thing that was done about a dead letter. */
	record Attempt(Instant at, String action, String outcome) {
	}

}
