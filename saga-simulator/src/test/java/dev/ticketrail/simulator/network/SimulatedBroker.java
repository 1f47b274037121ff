package dev.ticketrail.simulator.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.DeadLetterQueues;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.broker.EventSender;
import dev.ticketrail.messaging.broker.OutgoingEvent;
import dev.ticketrail.messaging.broker.RejectedByBrokerException;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.OutageException;

/**
 * Stands in for Kafka and RabbitMQ, and promises what both do: what it has acknowledged
 * it stores and delivers at least once, and messages of one topic with the same key in
 * order.
 */
public final class SimulatedBroker implements EventSender, DeadLetterQueues {

	private final Chance chance;

	private final boolean acknowledgesFirst;

	private final List<GroupQueue> queues = new ArrayList<>();

	private final List<String> stored = new ArrayList<>();

	private final List<Delivery> deadLetters = new ArrayList<>();

	/**
	 * Creates one.
	 * @param acknowledgesFirst the bug that messages are acknowledged before they are
	 * processed
	 */
	public SimulatedBroker(Chance chance, boolean acknowledgesFirst) {
		this.chance = chance;
		this.acknowledgesFirst = acknowledgesFirst;
	}

	public void subscribe(Subscription subscription, EventListener listener) {
		this.queues.add(new GroupQueue(subscription, listener));
	}

	/** Forgets everything. */
	public void begin() {
		this.stored.clear();
		this.deadLetters.clear();
		this.queues.forEach((queue) -> queue.begin(this.chance));
	}

	@Override
	public List<CompletableFuture<Void>> send(List<OutgoingEvent> events) {
		return events.stream().map(this::send).toList();
	}

	private CompletableFuture<Void> send(OutgoingEvent event) {
		if (this.chance.hits(Fault.SEND_REFUSED)) {
			return CompletableFuture.failedFuture(new RejectedByBrokerException("the queue is full"));
		}
		if (this.chance.hits(Fault.SEND_LOST)) {
			return CompletableFuture.failedFuture(new IOException("no connection"));
		}
		this.stored.add(event.headers().get("ce_id"));
		store(new Delivery(event.topic(), event.key(), event.headers(), event.payload()));
		if (this.chance.hits(Fault.SEND_UNANSWERED)) {
			return CompletableFuture.failedFuture(new IOException("connection reset"));
		}
		return CompletableFuture.completedFuture(null);
	}

	/** Stores a message for every group that has subscribed to its topic. */
	public void store(Delivery delivery) {
		this.queues.stream()
			.filter((queue) -> queue.subscription().topic().equals(delivery.topic()))
			.forEach((queue) -> queue.store(delivery));
	}

	@Override
	public CompletableFuture<Void> send(String queue, Delivery letter) {
		if (this.chance.hits(Fault.DEAD_LETTER_QUEUE_DOWN)) {
			return CompletableFuture.failedFuture(new IOException("no connection"));
		}
		this.deadLetters.add(letter);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void drain(List<String> queues, Consumer<List<Delivery>> consumer) {
		throw new UnsupportedOperationException("Nobody drains here");
	}

	@Override
	public void stop() {
		// nothing runs
	}

	/** Adds what the broker could do next, each as often as its turn should come. */
	public void offer(Map<Runnable, Integer> actions) {
		this.queues.stream()
			.filter(GroupQueue::isPending)
			.forEach((queue) -> actions.put(() -> deliver(queue), queue.weight()));
		actions.put(this::deliverAgain, 1);
	}

	public boolean isIdle() {
		return this.queues.stream().noneMatch(GroupQueue::isPending);
	}

	private void deliver(GroupQueue queue) {
		GroupQueue.Batch batch = queue.take(this.chance);
		if (this.acknowledgesFirst) {
			batch.acknowledge();
		}
		try {
			queue.listener().accept(DeliveredBatches.message(batch.deliveries()));
		}
		catch (Crash | OutageException _) {
			return;
		}
		if (!this.chance.hits(Fault.CRASH_BEFORE_ACKNOWLEDGEMENT)) {
			batch.acknowledge();
		}
	}

	private void deliverAgain() {
		if (this.chance.hits(Fault.DELIVERED_AGAIN)) {
			this.chance.oneOf(this.queues).rewind(this.chance);
		}
	}

	/** Ids of events, in the order in which they were stored. */
	public List<String> stored() {
		return List.copyOf(this.stored);
	}

	/** What is in the dead-letter queues. */
	public List<Delivery> deadLetters() {
		return List.copyOf(this.deadLetters);
	}

}
