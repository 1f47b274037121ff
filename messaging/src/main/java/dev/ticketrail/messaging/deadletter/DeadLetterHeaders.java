package dev.ticketrail.messaging.deadletter;

/** What a message in a dead-letter queue says about itself, beside its own headers. */
public final class DeadLetterHeaders {

	/** All of these headers begin so. */
	public static final String PREFIX = "dlq_";

	/** Identifies the letter, so that draining it twice stores it once. */
	public static final String ID = PREFIX + "id";

	public static final String TOPIC = PREFIX + "topic";

	public static final String GROUP = PREFIX + "group";

	public static final String REASON = PREFIX + "reason";

	public static final String ATTEMPTS = PREFIX + "attempts";

	public static final String FIRST_FAILED_AT = PREFIX + "first_failed_at";

	public static final String LAST_FAILED_AT = PREFIX + "last_failed_at";

	/** Set where the original had no payload at all, which not every broker can carry. */
	public static final String NO_PAYLOAD = PREFIX + "no_payload";

	private DeadLetterHeaders() {
	}

}
