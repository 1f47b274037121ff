package dev.ticketrail.analytics.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.ticketrail.analytics.EventLog;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class TimelineController {

	private final EventLog log;

	TimelineController(EventLog log) {
		this.log = log;
	}

	@GetMapping("/orders/{orderId}/timeline")
	Timeline timeline(@PathVariable String orderId) {
		List<TimelineEvent> events = this.log.ofOrder(orderId).stream().map(TimelineEvent::of).toList();
		if (events.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND,
					"No event of such an order has arrived here. Check the id; a new order's events take a moment.");
		}
		return new Timeline(orderId, events);
	}

	record Timeline(String orderId, List<TimelineEvent> events) {

	}

	record TimelineEvent(UUID eventId, String eventType, String service, Instant occurredAt, Instant receivedAt,
			@JsonRawValue String data) {

		static TimelineEvent of(EventLog.Entry entry) {
			return new TimelineEvent(entry.id(), entry.type(), entry.service(), entry.occurredAt(), entry.receivedAt(),
					entry.json());
		}

	}

}
