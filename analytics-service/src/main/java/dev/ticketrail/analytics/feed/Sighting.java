package dev.ticketrail.analytics.feed;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.analytics.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * An event as the feed shows it: without its data, because whoever watches the shop need
 * not see its customers.
 */
record Sighting(UUID eventId, String eventType, String key,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String orderId, String service, Instant occurredAt) {

	static Sighting of(EventLog.Entry entry) {
		return new Sighting(entry.id(), entry.type(), entry.key(), entry.orderId(), entry.service(),
				entry.occurredAt());
	}

}
