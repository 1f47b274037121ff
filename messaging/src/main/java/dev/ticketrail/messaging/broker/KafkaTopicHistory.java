package dev.ticketrail.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads Kafka's topics from the first retained record with a consumer of its own, which
 * belongs to no group. The end is where the partitions ended when the reading began.
 */
class KafkaTopicHistory implements TopicHistory {

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration SILENCE = Duration.ofSeconds(30);

	private final Map<String, Object> configuration;

	/**
	 * Creates the history.
	 * @param connection how a consumer reaches Kafka: bootstrap servers and security
	 */
	KafkaTopicHistory(Map<String, Object> connection) {
		this.configuration = new HashMap<>(connection);
		this.configuration.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.CLIENT_ID_CONFIG));
		this.configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		this.configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		this.configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		// retention can remove the records that we are about to read
		this.configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		this.configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
		this.configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
	}

	@Override
	public Optional<String> unavailable() {
		return Optional.empty();
	}

	@Override
	public void read(Collection<String> topics, int batchSize, Consumer<List<Delivery>> batch) {
		Map<String, Object> settings = new HashMap<>(this.configuration);
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
			List<TopicPartition> partitions = topics.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			readUntil(consumer.endOffsets(partitions), consumer, batchSize, batch);
		}
	}

	private static void readUntil(Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer, int batchSize,
			Consumer<List<Delivery>> batch) {
		Map<TopicPartition, Long> open = new HashMap<>(ends);
		List<Delivery> collected = new ArrayList<>();
		long heard = System.nanoTime();
		while (stillOpen(open, consumer)) {
			ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
			if (!records.isEmpty()) {
				heard = System.nanoTime();
			}
			else if (System.nanoTime() - heard > SILENCE.toNanos()) {
				throw new IllegalStateException("Kafka has sent nothing for " + SILENCE.toSeconds() + " s");
			}
			for (ConsumerRecord<byte[], byte[]> event : records) {
				if (event.offset() < ends.getOrDefault(new TopicPartition(event.topic(), event.partition()), 0L)) {
					collected.add(delivery(event));
				}
				if (collected.size() == batchSize) {
					batch.accept(List.copyOf(collected));
					collected.clear();
					heard = System.nanoTime();
				}
			}
		}
		if (!collected.isEmpty()) {
			batch.accept(List.copyOf(collected));
		}
	}

	/** A partition that has been read to its end is asked no more. */
	private static boolean stillOpen(Map<TopicPartition, Long> open, KafkaConsumer<byte[], byte[]> consumer) {
		List<TopicPartition> read = open.entrySet()
			.stream()
			.filter((end) -> consumer.position(end.getKey()) >= end.getValue())
			.map(Map.Entry::getKey)
			.toList();
		consumer.pause(read);
		open.keySet().removeAll(read);
		return !open.isEmpty();
	}

	private static Delivery delivery(ConsumerRecord<byte[], byte[]> event) {
		String key = (event.key() != null) ? new String(event.key(), StandardCharsets.UTF_8) : null;
		return new Delivery(event.topic(), key, KafkaHeaderTexts.read(event.headers()), event.value());
	}

}
