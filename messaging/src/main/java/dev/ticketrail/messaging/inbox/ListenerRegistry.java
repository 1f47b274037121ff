package dev.ticketrail.messaging.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.ticketrail.messaging.Subscription;

/** Which handler serves which subscription: a redrive needs to know. */
class ListenerRegistry {

	private final Map<Subscription, Handler<?>> handlers = new ConcurrentHashMap<>();

	void register(Subscription subscription, Handler<?> handler) {
		this.handlers.put(subscription, handler);
	}

	Handler<?> handlerOf(Subscription subscription) {
		Handler<?> handler = this.handlers.get(subscription);
		if (handler == null) {
			throw new UnprocessableEventException(
					"no listener for " + subscription.topic() + " in group " + subscription.group() + " any more");
		}
		return handler;
	}

}
