package dev.ticketrail.messaging.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.Delivery;

/**
 * What this instance has taken from the broker and not yet settled. A broker that does
 * not count it among what waits is helped out with it.
 */
public class InHand {

	private final Map<Subscription, Long> counts = new ConcurrentHashMap<>();

	void during(String group, List<Delivery> deliveries, Runnable action) {
		deliveries.forEach((delivery) -> add(delivery.topic(), group, 1));
		try {
			action.run();
		}
		finally {
			deliveries.forEach((delivery) -> add(delivery.topic(), group, -1));
		}
	}

	private void add(String topic, String group, long number) {
		this.counts.merge(new Subscription(topic, group), number, Long::sum);
	}

	/** How many of a subscription's messages are in hand. */
	public long count(Subscription subscription) {
		return this.counts.getOrDefault(subscription, 0L);
	}

}
