package dev.ticketrail.email;

import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.UserRegistered;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What email-service does when something happens. */
@Configuration(proxyBeanMethods = false)
class EmailListeners {

	@Bean
	EventListener welcomeUser(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(UserRegistered.class, (users) -> emails.compose(users, writer::welcome));
	}

	@Bean
	EventListener acknowledgeOrder(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(OrderPlaced.class, (orders) -> emails.compose(orders, writer::orderPlaced));
	}

	@Bean
	EventListener announceShipment(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(OrderShipped.class, (orders) -> emails.compose(orders, writer::orderShipped));
	}

	@Bean
	EventListener explainCancellation(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(OrderCancelled.class, (orders) -> emails.compose(orders, writer::orderCancelled));
	}

	@Bean
	EventListener announceRefund(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(PaymentRefunded.class, (refunds) -> emails.compose(refunds, writer::paymentRefunded));
	}

	@Bean
	EventListener alertBuyer(Inbox inbox, EmailComposition emails, LetterWriter writer) {
		return inbox.batch(InventoryLow.class, (products) -> emails.compose(products, writer::inventoryLow));
	}

	/** The worker: one mail, one transaction, because a mail cannot be taken back. */
	@Bean
	EventListener sendEmail(Inbox inbox, EmailDelivery delivery) {
		return inbox.alone(EmailRequested.class, delivery::send);
	}

}
