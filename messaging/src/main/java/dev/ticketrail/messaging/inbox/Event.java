package dev.ticketrail.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event as a handler sees it: parsed, checked, and not seen before by this group.
 *
 * @param id the event's id, the same in every delivery
 * @param type the event's type, which is the topic's name
 * @param occurredAt the envelope's timestamp
 * @param key the message's key, absent where a foreign sender set none
 * @param source the service that published it, absent where a foreign sender set none
 * @param data what happened
 * @param <T> the type of the data
 */
public record Event<T>(UUID id, String type, Instant occurredAt, @Nullable String key, @Nullable String source,
		T data) {

}
