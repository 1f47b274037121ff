package dev.ticketrail.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.ticketrail.launcher.RabbitAddress;
import org.jspecify.annotations.Nullable;

/**
 * RabbitMQ's own client.
 */
class RabbitTestBroker implements TestBroker {

	private static final String KEY = "key";

	private final Connection connection;

	private final Channel publishing;

	RabbitTestBroker(RabbitAddress address) {
		try {
			this.connection = address.connect();
			this.publishing = this.connection.createChannel();
			this.publishing.confirmSelect();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("RabbitMQ does not answer", ex);
		}
	}

	@Override
	public void publish(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload) {
		Map<String, Object> all = new HashMap<>(headers);
		if (key != null) {
			all.put(KEY, key);
		}
		BasicProperties properties = new BasicProperties.Builder().deliveryMode(2)
			.contentType("application/json")
			.headers(all)
			.build();
		// a channel is for one thread at a time
		synchronized (this.publishing) {
			try {
				ensureExists(topic, this.publishing);
				this.publishing.basicPublish(topic, topic, properties, (payload != null) ? payload : new byte[0]);
				this.publishing.waitForConfirmsOrDie(30_000);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			catch (TimeoutException ex) {
				throw new IllegalStateException("RabbitMQ has not acknowledged a message to " + topic, ex);
			}
		}
	}

	@Override
	public Tap tap(String topic) {
		try {
			return new RabbitTap(topic, this.connection.createChannel());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void ensureExists(String topic, Channel channel) throws IOException {
		channel.exchangeDeclare(topic, "topic", true);
	}

	@Override
	public void close() {
		try {
			this.connection.close(5_000);
		}
		catch (IOException | RuntimeException _) {
			this.connection.abort();
		}
	}

	/** A queue of its own that goes when the tap is closed. */
	private static final class RabbitTap implements Tap {

		private final List<Received> received = new CopyOnWriteArrayList<>();

		private final Channel channel;

		RabbitTap(String topic, Channel channel) throws IOException {
			this.channel = channel;
			ensureExists(topic, channel);
			String queue = channel.queueDeclare().getQueue();
			channel.queueBind(queue, topic, "#");
			channel.basicConsume(queue, true, (_, delivery) -> this.received.add(received(delivery)), (_) -> {
			});
		}

		private static Received received(Delivery delivery) {
			Map<String, String> headers = new HashMap<>();
			Map<String, Object> raw = delivery.getProperties().getHeaders();
			if (raw != null) {
				raw.forEach((name, value) -> headers.put(name, String.valueOf(value)));
			}
			return new Received(headers.get(KEY), headers, delivery.getBody());
		}

		@Override
		public List<Received> received() {
			return List.copyOf(this.received);
		}

		@Override
		public void close() {
			try {
				this.channel.close();
			}
			catch (IOException | TimeoutException | RuntimeException _) {
				// closed already, with the connection
			}
		}

	}

}
