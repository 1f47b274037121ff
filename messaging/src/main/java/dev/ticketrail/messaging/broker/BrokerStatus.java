package dev.ticketrail.messaging.broker;

import java.util.Collection;
import java.util.Map;

import dev.ticketrail.messaging.Subscription;

/** Questions to the broker that is active. */
public interface BrokerStatus {

	/** {@code kafka} or {@code rabbit}. */
	String name();

	/**
	 * Asks the broker for a sign of life.
	 * @throws Exception if there is none within two seconds
	 */
	void check() throws Exception;

	/** Counts the messages that wait for each subscription. */
	Map<Subscription, Long> waiting(Collection<Subscription> subscriptions);

	/** Counts the messages that wait in each subscription's dead-letter queue. */
	Map<Subscription, Long> waitingDeadLetters(Collection<Subscription> subscriptions);

}
