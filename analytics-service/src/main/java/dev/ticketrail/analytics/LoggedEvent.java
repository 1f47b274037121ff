package dev.ticketrail.analytics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.messaging.inbox.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as the log keeps it: whole, checked, and ready to be counted.
 *
 * @param key the aggregate's id
 * @param orderId the order it belongs to, absent where it belongs to none
 * @param service who published it
 * @param json the data, with all fields, also those that we do not know
 * @param data the same, for the reports
 */
public record LoggedEvent(UUID id, String type, String key, @Nullable String orderId, String service,
		Instant occurredAt, JsonNode json, ShopEvent data) {

	/**
	 * Reads an event.
	 * @throws dev.ticketrail.messaging.inbox.UnprocessableEventException if its data is
	 * not what its type promises
	 */
	public static LoggedEvent of(Event<JsonNode> event) {
		Topic topic = Topic.of(event.type());
		ShopEvent data = topic.read(event.data());
		String key = (event.key() != null) ? event.key() : subject(event.data());
		String service = (event.source() != null) ? event.source() : topic.publisher();
		return new LoggedEvent(event.id(), event.type(), key, event.data().path("orderId").stringValue(null), service,
				event.occurredAt(), event.data(), data);
	}

	static List<LoggedEvent> of(List<Event<JsonNode>> events) {
		return events.stream().map(LoggedEvent::of).toList();
	}

	/** What a foreign sender, who sets no key, speaks of. */
	private static String subject(JsonNode data) {
		for (String id : List.of("orderId", "userId", "productId")) {
			if (data.hasNonNull(id)) {
				return data.path(id).asString();
			}
		}
		return "";
	}

}
