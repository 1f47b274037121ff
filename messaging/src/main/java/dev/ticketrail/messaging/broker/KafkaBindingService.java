package dev.ticketrail.messaging.broker;

import tools.jackson.databind.ObjectMapper;

import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.scheduling.TaskScheduler;

/**
 * Binds nothing while Kafka is away, and tries again later. The binder alone would wait
 * for eight seconds at each binding, one after the other, before the service is ready;
 * but it has its outbox, and can work without a broker.
 */
class KafkaBindingService extends BindingService {

	private final BrokerPresence kafka;

	KafkaBindingService(BindingServiceProperties properties, BinderFactory binders, TaskScheduler scheduler,
			ObjectMapper json, BrokerPresence kafka) {
		super(properties, binders, scheduler, json);
		this.kafka = kafka;
	}

	@Override
	public <T> Binding<T> doBindConsumer(T input, String name, Binder<T, ConsumerProperties, ?> binder,
			ConsumerProperties properties, String target) {
		return super.doBindConsumer(input, name, new ReachableBinder<>(binder), properties, target);
	}

	@Override
	public <T> Binding<T> doBindProducer(T output, String name, Binder<T, ?, ProducerProperties> binder,
			ProducerProperties properties) {
		return super.doBindProducer(output, name, new ReachableBinder<>(binder), properties);
	}

	private final class ReachableBinder<T, C extends ConsumerProperties, P extends ProducerProperties>
			implements Binder<T, C, P> {

		private final Binder<T, C, P> binder;

		ReachableBinder(Binder<T, C, P> binder) {
			this.binder = binder;
		}

		@Override
		public Binding<T> bindConsumer(String topic, String group, T input, C properties) {
			KafkaBindingService.this.kafka.require();
			return this.binder.bindConsumer(topic, group, input, properties);
		}

		@Override
		public Binding<T> bindProducer(String topic, T output, P properties) {
			KafkaBindingService.this.kafka.require();
			return this.binder.bindProducer(topic, output, properties);
		}

	}

}
