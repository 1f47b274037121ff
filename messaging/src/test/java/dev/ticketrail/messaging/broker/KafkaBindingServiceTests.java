package dev.ticketrail.messaging.broker;

import java.util.Collection;
import java.util.Map;

import dev.ticketrail.messaging.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.DefaultBinding;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KafkaBindingServiceTests {

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private final Kafka kafka = new Kafka();

	private final Recorder binder = new Recorder();

	private KafkaBindingService service;

	@BeforeEach
	void start() {
		this.scheduler.initialize();
		BindingServiceProperties properties = new BindingServiceProperties();
		properties.setBindingRetryInterval(1);
		this.service = new KafkaBindingService(properties, new NoBinders(), this.scheduler, JsonMapper.shared(),
				new BrokerPresence(this.kafka));
	}

	@AfterEach
	void stop() {
		this.scheduler.shutdown();
	}

	@Test
	void nothingIsBoundWhileTheBrokerIsAwayAndAllOfItAfterwards() {
		this.kafka.away = true;
		this.service.doBindConsumer("channel", "in", this.binder, new ConsumerProperties(), "topic");
		this.service.doBindProducer("channel", "out", this.binder, new ProducerProperties());
		assertThat(this.binder.consumers + this.binder.producers).isZero();
		assertThat(this.kafka.asked).as("each question takes two seconds").isEqualTo(1);
		this.kafka.away = false;
		await().until(() -> this.binder.consumers == 1 && this.binder.producers == 1);
	}

	private static final class Kafka implements BrokerStatus {

		private volatile boolean away;

		private volatile int asked;

		@Override
		public String name() {
			return "kafka";
		}

		@Override
		public void check() throws Exception {
			this.asked++;
			if (this.away) {
				throw new Exception("away");
			}
		}

		@Override
		public Map<Subscription, Long> waiting(Collection<Subscription> subscriptions) {
			return Map.of();
		}

		@Override
		public Map<Subscription, Long> waitingDeadLetters(Collection<Subscription> subscriptions) {
			return Map.of();
		}

	}

	/** The tests bring their own. */
	private static final class NoBinders implements BinderFactory {

		@Override
		public <T> Binder<T, ? extends ConsumerProperties, ? extends ProducerProperties> getBinder(String name,
				Class<? extends T> type) {
			throw new IllegalStateException("not asked for");
		}

	}

	private static final class Recorder implements Binder<String, ConsumerProperties, ProducerProperties> {

		private volatile int consumers;

		private volatile int producers;

		@Override
		public Binding<String> bindConsumer(String topic, String group, String target, ConsumerProperties properties) {
			this.consumers++;
			return new DefaultBinding<>(topic, group, target, null);
		}

		@Override
		public Binding<String> bindProducer(String topic, String target, ProducerProperties properties) {
			this.producers++;
			return new DefaultBinding<>(topic, null, target, null);
		}

	}

}
