package dev.ticketrail.messaging.broker;

import java.util.concurrent.CompletableFuture;

/** Sends an event through its output binding and says when the broker has it. */
public interface EventSender {

	/**
	 * Sends without waiting.
	 * @return completes when the broker has acknowledged that the event is stored. Fails
	 * with a {@link RejectedByBrokerException} when the broker refused this event, and
	 * with any other exception when the broker could not be asked
	 */
	CompletableFuture<Void> send(OutgoingEvent event);

}
