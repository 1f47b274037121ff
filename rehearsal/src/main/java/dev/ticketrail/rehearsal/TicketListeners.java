package dev.ticketrail.rehearsal;

import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One listener of each kind. */
@Configuration(proxyBeanMethods = false)
class TicketListeners {

	@Bean
	EventListener serveTicket(Inbox inbox, Rail rail) {
		return inbox.batch(TicketEvents.Clipped.class, rail::serve);
	}

	@Bean
	EventListener wipeTable(Inbox inbox) {
		return inbox.prepared(TicketEvents.Served.class, (events) -> events.size(), (events, count) -> {
		});
	}

}
