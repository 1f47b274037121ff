package dev.ticketrail.messaging.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The dead-letter queues {@code <topic>.<group>.dlq} on the broker. */
public interface DeadLetterQueues {

	/**
	 * Sends a copy of a delivery to a dead-letter queue.
	 * @param queue the queue's name
	 * @param letter the delivery, with the headers that say why
	 * @return completes when the broker has acknowledged the copy
	 */
	CompletableFuture<Void> send(String queue, Delivery letter);

	/**
	 * Starts to drain the queues.
	 * @param queues the queues' names
	 * @param consumer stores what it gets, or throws: then the same letters come again. A
	 * delivery's topic is the name of the queue
	 */
	void drain(List<String> queues, Consumer<List<Delivery>> consumer);

	/** Stops draining. */
	void stop();

}
