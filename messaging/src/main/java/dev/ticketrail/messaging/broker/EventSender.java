package dev.ticketrail.messaging.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends events through their output bindings and says when the broker has them. */
public interface EventSender {

	/**
	 * Sends without waiting for answers.
	 * @return an answer for each event, in the same order. It completes when the broker
	 * has acknowledged that the event is stored. It fails with a
	 * {@link RejectedByBrokerException} when the broker refused this event, and with any
	 * other exception when the broker could not be asked
	 */
	List<CompletableFuture<Void>> send(List<OutgoingEvent> events);

}
