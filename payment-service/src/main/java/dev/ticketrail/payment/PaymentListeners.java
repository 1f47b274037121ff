package dev.ticketrail.payment;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What payment-service listens to. */
@Configuration(proxyBeanMethods = false)
class PaymentListeners {

	@Bean
	EventListener chargeOrder(Inbox inbox, Charging charging) {
		return inbox.prepared(OrderPlaced.class, charging::askGateway, (events, answers) -> charging.record(answers));
	}

	@Bean
	EventListener refundOrder(Inbox inbox, Refunding refunding) {
		return inbox.prepared(OrderCancelled.class, refunding::askGateway, refunding::record);
	}

}
