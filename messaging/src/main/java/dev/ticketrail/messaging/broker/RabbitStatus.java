package dev.ticketrail.messaging.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.inbox.InHand;
import dev.ticketrail.messaging.inbox.OutageException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Asks RabbitMQ. It tells how many messages of a queue are ready; those that this
 * instance works on wait, too. What the client has fetched ahead of them, nobody tells.
 */
class RabbitStatus implements BrokerStatus {

	private static final long PATIENCE_SECONDS = 2;

	private final RabbitOperations rabbit;

	private final AmqpAdmin admin;

	private final RabbitConflicts conflicts;

	private final RabbitAlarms alarms;

	private final InHand inHand;

	private CompletableFuture<?> question = CompletableFuture.completedFuture(null);

	RabbitStatus(RabbitOperations rabbit, AmqpAdmin admin, RabbitConflicts conflicts, RabbitAlarms alarms,
			InHand inHand) {
		this.rabbit = rabbit;
		this.admin = admin;
		this.conflicts = conflicts;
		this.alarms = alarms;
		this.inHand = inHand;
	}

	@Override
	public String name() {
		return "rabbit";
	}

	@Override
	public void check() throws Exception {
		this.conflicts.check();
		this.alarms.check();
		try {
			question().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new OutageException("RabbitMQ", ex);
		}
	}

	/** One at a time: who does not answer is not asked again. */
	private synchronized CompletableFuture<?> question() {
		if (this.question.isDone()) {
			this.question = CompletableFuture.supplyAsync(
					() -> this.rabbit.execute((channel) -> channel.exchangeDeclarePassive("amq.topic")),
					Thread::startVirtualThread);
		}
		return this.question;
	}

	@Override
	public Map<Subscription, Long> waiting(Collection<Subscription> subscriptions) {
		Map<Subscription, Long> counts = count(subscriptions,
				(subscription) -> subscription.topic() + "." + subscription.group());
		counts.replaceAll((subscription, ready) -> ready + this.inHand.count(subscription));
		return counts;
	}

	@Override
	public Map<Subscription, Long> waitingDeadLetters(Collection<Subscription> subscriptions) {
		return count(subscriptions, Subscription::deadLetterQueue);
	}

	private Map<Subscription, Long> count(Collection<Subscription> subscriptions,
			Function<Subscription, String> queue) {
		Map<Subscription, Long> counts = new HashMap<>();
		try {
			for (Subscription subscription : subscriptions) {
				QueueInformation information = this.admin.getQueueInfo(queue.apply(subscription));
				counts.put(subscription, (information != null) ? (long) information.getMessageCount() : 0L);
			}
		}
		catch (AmqpException ex) {
			throw new OutageException("RabbitMQ", ex);
		}
		return counts;
	}

}
