package dev.ticketrail.messaging.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.inbox.OutageException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.beans.factory.DisposableBean;

/** Asks Kafka: what waits is the distance from the committed offset to the end. */
class KafkaStatus implements BrokerStatus, DisposableBean {

	private static final long PATIENCE_SECONDS = 2;

	private final Admin admin;

	private final String deadLetterGroup;

	KafkaStatus(Admin admin, String deadLetterGroup) {
		this.admin = admin;
		this.deadLetterGroup = deadLetterGroup;
	}

	@Override
	public String name() {
		return "kafka";
	}

	@Override
	public void check() throws Exception {
		this.admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public Map<Subscription, Long> waiting(Collection<Subscription> subscriptions) {
		return lag(subscriptions, Subscription::topic, Subscription::group);
	}

	@Override
	public Map<Subscription, Long> waitingDeadLetters(Collection<Subscription> subscriptions) {
		return lag(subscriptions, Subscription::deadLetterQueue, (subscription) -> this.deadLetterGroup);
	}

	private Map<Subscription, Long> lag(Collection<Subscription> subscriptions, Function<Subscription, String> topic,
			Function<Subscription, String> group) {
		Map<Subscription, Long> lag = new HashMap<>();
		try {
			for (Subscription subscription : subscriptions) {
				lag.put(subscription, lag(topic.apply(subscription), group.apply(subscription)));
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new OutageException("Kafka", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OutageException("Kafka", ex);
		}
		return lag;
	}

	private long lag(String topic, String group) throws ExecutionException, TimeoutException, InterruptedException {
		List<TopicPartition> partitions = partitions(topic);
		var first = offsets(partitions, OffsetSpec.earliest());
		var last = offsets(partitions, OffsetSpec.latest());
		Map<TopicPartition, OffsetAndMetadata> committed = answer(
				this.admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
		long lag = 0;
		for (TopicPartition partition : partitions) {
			long begin = first.getOrDefault(partition, 0L);
			OffsetAndMetadata position = committed.get(partition);
			lag += last.getOrDefault(partition, 0L) - ((position != null) ? Math.max(position.offset(), begin) : begin);
		}
		return lag;
	}

	private List<TopicPartition> partitions(String topic)
			throws ExecutionException, TimeoutException, InterruptedException {
		try {
			return answer(this.admin.describeTopics(List.of(topic)).allTopicNames()).values()
				.stream()
				.flatMap((description) -> description.partitions().stream())
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return List.of();
			}
			throw ex;
		}
	}

	private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
			throws ExecutionException, TimeoutException, InterruptedException {
		Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
		partitions.forEach((partition) -> wanted.put(partition, which));
		Map<TopicPartition, Long> offsets = new HashMap<>();
		answer(this.admin.listOffsets(wanted).all())
			.forEach((partition, found) -> offsets.put(partition, found.offset()));
		return offsets;
	}

	private static <T> T answer(KafkaFuture<T> future)
			throws ExecutionException, TimeoutException, InterruptedException {
		return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void destroy() {
		this.admin.close(Duration.ofSeconds(1));
	}

}
