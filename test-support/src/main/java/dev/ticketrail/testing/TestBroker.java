package dev.ticketrail.testing;

import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.RabbitAddress;
import org.jspecify.annotations.Nullable;

/**
 * A client of the broker that shares no code with the shop: it sees what any other
 * program would see, and sends whatever it likes.
 */
public interface TestBroker extends AutoCloseable {

	/**
	 * A client of a broker that runs already.
	 * @param description as {@code ./demo} prints it: {@code kafka host:port} or
	 * {@code rabbit amqp://user:password@host:port/vhost}
	 */
	static TestBroker connect(String description) {
		String address = description.substring(description.indexOf(' ') + 1);
		return description.startsWith("kafka ") ? new KafkaTestBroker(address)
				: new RabbitTestBroker(RabbitAddress.parse(address));
	}

	/**
	 * Sends a message without headers of its own; see
	 * {@link #publish(String, String, Map, byte[])}.
	 */
	default void publish(String topic, @Nullable String key, byte @Nullable [] payload) {
		publish(topic, key, Map.of(), payload);
	}

	/**
	 * Sends a message, and returns when the broker has acknowledged it. The topic is made
	 * when there is none.
	 * @param topic the event's type; on RabbitMQ a durable topic exchange of that name
	 * @param key the record's key; on RabbitMQ a header; none if {@code null}
	 * @param headers further headers
	 * @param payload as it is; {@code null} is a record without a value on Kafka, and an
	 * empty message on RabbitMQ
	 */
	void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload);

	/**
	 * Listens to a topic from now on, beside all consumer groups. Listens already when
	 * this returns.
	 */
	Tap tap(String topic);

	/** Closes all taps too. */
	@Override
	void close();

	/**
	 * An open ear for one topic.
	 */
	interface Tap extends AutoCloseable {

		/** All that came since the tap was opened, in the order of arrival. */
		List<Received> received();

		@Override
		void close();

	}

	/**
	 * A message as it arrived.
	 *
	 * @param key the record's key, or on RabbitMQ the header of that name
	 * @param headers all headers, as text
	 * @param payload as it was; empty for a record without a value
	 */
	record Received(@Nullable String key, Map<String, String> headers, byte[] payload) {

		/** The payload as text. */
		public String text() {
			return new String(this.payload, java.nio.charset.StandardCharsets.UTF_8);
		}

	}

}
