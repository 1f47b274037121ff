package dev.ticketrail.messaging.inbox;

import java.util.List;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.Delivery;

/** Gives a dead letter to the listener of its own group once more, and to no other. */
public class Replay {

	private final ListenerRegistry registry;

	private final EventTransaction transaction;

	Replay(ListenerRegistry registry, EventTransaction transaction) {
		this.registry = registry;
		this.transaction = transaction;
	}

	/**
	 * Processes a delivery in the caller's transaction.
	 * @throws UnprocessableEventException if it is not an event
	 * @throws RuntimeException whatever the handler throws
	 */
	public void process(Subscription subscription, Delivery delivery) {
		process(subscription, delivery, this.registry.handlerOf(subscription));
	}

	private <T> void process(Subscription subscription, Delivery delivery, Handler<T> handler) {
		Event<T> event = EventReader.read(delivery, handler.type());
		this.transaction.process(subscription.group(), handler, List.of(Received.of(event, delivery)));
	}

}
