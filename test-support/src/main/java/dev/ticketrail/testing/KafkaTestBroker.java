package dev.ticketrail.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own client.
 */
class KafkaTestBroker implements TestBroker {

	private static final int PARTITIONS = 6;

	private final String bootstrapServers;

	private final Admin admin;

	private final Producer<@Nullable String, byte @Nullable []> producer;

	private final Queue<Tap> taps = new ConcurrentLinkedQueue<>();

	KafkaTestBroker(String bootstrapServers) {
		this.bootstrapServers = bootstrapServers;
		this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 20_000_000),
				new StringSerializer(), new ByteArraySerializer());
	}

	@Override
	public void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload) {
		ensureExists(topic);
		ProducerRecord<@Nullable String, byte @Nullable []> message = new ProducerRecord<>(topic, key, payload);
		headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try {
			this.producer.send(message).get(30, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Kafka has not acknowledged a message to " + topic, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Tap tap(String topic) {
		ensureExists(topic);
		KafkaTap tap = new KafkaTap(topic, this.bootstrapServers);
		this.taps.add(tap);
		return tap;
	}

	private void ensureExists(String topic) {
		try {
			this.admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
				.all()
				.get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException("Topic " + topic + " cannot be made", ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.taps.forEach(Tap::close);
		this.producer.close(Duration.ofSeconds(5));
		this.admin.close(Duration.ofSeconds(5));
	}

	/** Reads all partitions from their ends on, without a group. */
	private static final class KafkaTap implements Tap {

		private final List<Received> received = new CopyOnWriteArrayList<>();

		private final Consumer<String, byte[]> consumer;

		private final Thread reader;

		private volatile boolean closed;

		KafkaTap(String topic, String bootstrapServers) {
			this.consumer = new KafkaConsumer<>(
					Map.of("bootstrap.servers", bootstrapServers, "client.id", "tap-" + UUID.randomUUID()),
					new StringDeserializer(), new ByteArrayDeserializer());
			List<TopicPartition> partitions = this.consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			this.consumer.assign(partitions);
			this.consumer.seekToEnd(partitions);
			// seeking is lazy: the position is fixed only when it is asked for
			partitions.forEach(this.consumer::position);
			this.reader = Thread.ofPlatform().daemon().name("tap-" + topic).start(this::read);
		}

		private void read() {
			try (this.consumer) {
				while (!this.closed) {
					this.consumer.poll(Duration.ofMillis(50))
						.forEach((message) -> this.received.add(received(message)));
				}
			}
		}

		private static Received received(ConsumerRecord<String, byte[]> message) {
			Map<String, String> headers = new HashMap<>();
			message.headers()
				.forEach((header) -> headers.put(header.key(),
						(header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : ""));
			return new Received(message.key(), headers, (message.value() != null) ? message.value() : new byte[0]);
		}

		@Override
		public List<Received> received() {
			return List.copyOf(this.received);
		}

		@Override
		public void close() {
			this.closed = true;
			try {
				this.reader.join(Duration.ofSeconds(10));
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
