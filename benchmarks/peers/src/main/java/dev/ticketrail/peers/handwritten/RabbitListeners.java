package dev.ticketrail.peers.handwritten;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("handwritten & rabbit")
class RabbitListeners {

	private static final int BATCH = 500;

	private final Kitchen kitchen;

	private final String group;

	RabbitListeners(Kitchen kitchen, @Value("${spring.application.name}") String group) {
		this.kitchen = kitchen;
		this.group = group;
	}

	@Bean
	Declarables queues() {
		List<Declarable> all = new ArrayList<>();
		Topics.ALL.forEach((topic) -> all.add(new TopicExchange(topic)));
		for (String topic : this.kitchen.topics()) {
			Queue queue = QueueBuilder.durable(topic + "." + this.group).build();
			Binding binding = BindingBuilder.bind(queue).to(new TopicExchange(topic)).with("#");
			all.addAll(List.of(queue, binding));
		}
		return new Declarables(all);
	}

	@Bean
	static SimpleRabbitListenerContainerFactory batches(ConnectionFactory connections) {
		SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
		factory.setConnectionFactory(connections);
		factory.setBatchListener(true);
		factory.setConsumerBatchEnabled(true);
		factory.setBatchSize(BATCH);
		factory.setBatchReceiveTimeout(10L);
		factory.setPrefetchCount(2 * BATCH);
		return factory;
	}

	@RabbitListener(queues = "#{kitchen.topics().![#this + '.${spring.application.name}']}",
			containerFactory = "batches")
	void take(List<Message> batch) {
		this.kitchen.take(batch.stream()
			.map((message) -> new Received(message.getMessageProperties().getHeader("eventId"),
					message.getMessageProperties().getReceivedExchange(),
					new String(message.getBody(), StandardCharsets.UTF_8)))
			.toList());
	}

}
