package dev.ticketrail.shipping;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class ShippingListeners {

	@Bean
	EventListener shipOrder(Inbox inbox, Shipping shipping) {
		return inbox.batch(OrderConfirmed.class, shipping::ship);
	}

	@Bean
	EventListener holdShipment(Inbox inbox, Holding holding) {
		return inbox.batch(OrderCancelled.class, holding::hold);
	}

}
