package dev.ticketrail.messaging.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.DeadLetterQueues;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.inbox.Outages;

import org.springframework.context.SmartLifecycle;

/** Moves dead letters from this service's queues on the broker into its database. */
class DeadLetterDrain implements SmartLifecycle {

	private final DeadLetterQueues queues;

	private final DeadLetterRows rows;

	private final Outages outages;

	private final InstantSource time;

	private final Map<String, Subscription> subscriptions;

	private volatile boolean running;

	DeadLetterDrain(DeadLetterQueues queues, DeadLetterRows rows, Outages outages, InstantSource time,
			Bindings bindings) {
		this.queues = queues;
		this.rows = rows;
		this.outages = outages;
		this.time = time;
		this.subscriptions = bindings.subscriptions()
			.stream()
			.collect(Collectors.toMap(Subscription::deadLetterQueue, Function.identity()));
	}

	@Override
	public void start() {
		if (!this.subscriptions.isEmpty()) {
			this.queues.drain(List.copyOf(this.subscriptions.keySet()), this::store);
		}
		this.running = true;
	}

	private void store(List<Delivery> letters) {
		Instant now = this.time.instant();
		List<DeadLetter> read = letters.stream()
			.map((letter) -> DrainedLetter.read(letter, subscription(letter), now))
			.toList();
		this.outages.ride("dead letters", Duration.ofSeconds(30), () -> this.rows.insert(read));
	}

	private Subscription subscription(Delivery letter) {
		Subscription subscription = this.subscriptions.get(letter.topic());
		if (subscription == null) {
			throw new IllegalStateException("Not a dead-letter queue of this service: " + letter.topic());
		}
		return subscription;
	}

	@Override
	public void stop() {
		this.queues.stop();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
