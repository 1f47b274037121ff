package dev.ticketrail.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.ticketrail.messaging.Wire;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Dead-letter topics with one partition each, made by us: the binder's own dead-letter
 * sender logs a failed send and counts the record as recovered.
 */
class KafkaDeadLetterQueues implements DeadLetterQueues {

	private static final Logger log = LoggerFactory.getLogger(KafkaDeadLetterQueues.class);

	/**
	 * In bytes. A copy is larger than its original, whose topic may allow more than a
	 * megabyte; one that finds no place here would hold up its partition for ever.
	 */
	static final int LARGEST_LETTER = 20_000_000;

	private final KafkaOperations<byte[], byte[]> kafka;

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final KafkaAdmin admin;

	private final String group;

	private final int replicas;

	private volatile @Nullable Thread starting;

	private volatile @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

	KafkaDeadLetterQueues(KafkaOperations<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers,
			KafkaAdmin admin, String group, int replicas) {
		this.kafka = kafka;
		this.consumers = consumers;
		this.admin = admin;
		this.group = group;
		this.replicas = replicas;
	}

	@Override
	public CompletableFuture<Void> send(String queue, Delivery letter) {
		byte[] key = (letter.key() != null) ? Wire.bytes(letter.key()) : null;
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(queue, null, key, letter.payload());
		letter.headers().forEach((name, value) -> record.headers().add(name, Wire.bytes(value)));
		return this.kafka.send(record).thenApply((sent) -> null);
	}

	/** The topics are made in the background: the broker may not be there yet. */
	@Override
	public void drain(List<String> queues, Consumer<List<Delivery>> consumer) {
		ContainerProperties properties = new ContainerProperties(queues.toArray(String[]::new));
		properties.setGroupId(this.group);
		properties.setMessageListener((BatchMessageListener<byte[], byte[]>) (records) -> consumer
			.accept(records.stream().map(this::delivery).toList()));
		var drain = new ConcurrentMessageListenerContainer<>(this.consumers, properties);
		drain.setBeanName("dead-letters");
		drain.setCommonErrorHandler(KafkaListeners.waitForTheWorld());
		this.container = drain;
		this.starting = Thread.ofVirtual().name("dead-letter-topics").start(() -> {
			if (createTopics(queues)) {
				drain.start();
			}
		});
	}

	private boolean createTopics(List<String> queues) {
		NewTopic[] topics = queues.stream()
			.map((queue) -> new NewTopic(queue, 1, (short) this.replicas)
				.configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_LETTER))))
			.toArray(NewTopic[]::new);
		while (true) {
			try {
				this.admin.createOrModifyTopics(topics);
				return true;
			}
			catch (RuntimeException ex) {
				log.warn("The dead-letter topics cannot be made yet: {}", ex.getMessage());
			}
			try {
				Thread.sleep(1000);
			}
			catch (InterruptedException ex) {
				return false;
			}
		}
	}

	private Delivery delivery(ConsumerRecord<byte[], byte[]> record) {
		String key = (record.key() != null) ? new String(record.key(), StandardCharsets.UTF_8) : null;
		return new Delivery(record.topic(), key, KafkaHeaderTexts.read(record.headers()), record.value());
	}

	@Override
	public void stop() {
		Thread thread = this.starting;
		if (thread != null) {
			thread.interrupt();
		}
		var drain = this.container;
		if (drain != null) {
			drain.stop();
		}
	}

}
