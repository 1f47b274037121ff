package dev.ticketrail.order;

import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What we listen to. The topics are in {@code application.yml}, beside the beans' names.
 */
@Configuration
class OrderListeners {

	@Bean
	EventListener recordPayment(Inbox inbox, OrderProgress progress) {
		return inbox.batch(PaymentCompleted.class, progress::paid);
	}

	@Bean
	EventListener cancelDeclined(Inbox inbox, OrderProgress progress) {
		return inbox.batch(PaymentFailed.class, progress::declined);
	}

	@Bean
	EventListener recordRefund(Inbox inbox, OrderProgress progress) {
		return inbox.batch(PaymentRefunded.class, progress::refunded);
	}

	@Bean
	EventListener recordReservation(Inbox inbox, OrderProgress progress) {
		return inbox.batch(InventoryReserved.class, progress::reserved);
	}

	@Bean
	EventListener cancelOutOfStock(Inbox inbox, OrderProgress progress) {
		return inbox.batch(InventoryRejected.class, progress::rejected);
	}

	@Bean
	EventListener recordShipment(Inbox inbox, OrderProgress progress) {
		return inbox.batch(OrderShipped.class, progress::shipped);
	}

}
