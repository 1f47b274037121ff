package dev.ticketrail.analytics;

import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What analytics listens to: everything, with one listener. */
@Configuration(proxyBeanMethods = false)
class AnalyticsListeners {

	@Bean
	EventListener recordEvents(Inbox inbox, Recording recording) {
		return inbox.batch(JsonNode.class, (events) -> recording.record(LoggedEvent.of(events)));
	}

}
