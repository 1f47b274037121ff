package dev.ticketrail.analytics.web;

import dev.ticketrail.analytics.feed.EventFeed;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class FeedController {

	private final EventFeed feed;

	FeedController(EventFeed feed) {
		this.feed = feed;
	}

	@GetMapping(path = "/events/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream() {
		return this.feed.subscribe();
	}

}
