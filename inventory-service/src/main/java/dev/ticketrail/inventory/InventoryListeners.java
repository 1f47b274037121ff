package dev.ticketrail.inventory;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class InventoryListeners {

	@Bean
	EventListener reserveStock(Inbox inbox, Reserving reserving) {
		return inbox.batch(OrderPlaced.class, reserving::reserve);
	}

	@Bean
	EventListener releaseStock(Inbox inbox, Releasing releasing) {
		return inbox.batch(OrderCancelled.class, releasing::release);
	}

}
