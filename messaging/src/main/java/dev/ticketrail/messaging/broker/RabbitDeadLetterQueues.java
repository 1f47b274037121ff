package dev.ticketrail.messaging.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.ticketrail.messaging.Wire;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.BatchMessageListener;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageBuilderSupport;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Dead-letter queues, declared by the binder together with the queues that they belong
 * to. We publish the copies ourselves: the binder's way is fire and forget.
 */
class RabbitDeadLetterQueues implements DeadLetterQueues {

	private final RabbitTemplate rabbit;

	private final ConnectionFactory connections;

	private volatile @Nullable SimpleMessageListenerContainer container;

	RabbitDeadLetterQueues(ConnectionFactory connections) {
		this.connections = connections;
		this.rabbit = new RabbitTemplate(connections);
		this.rabbit.setMandatory(true);
		this.rabbit.setUsePublisherConnection(true);
	}

	@Override
	public CompletableFuture<Void> send(String queue, Delivery letter) {
		byte[] payload = letter.payload();
		MessageBuilderSupport<Message> message = MessageBuilder.withBody((payload != null) ? payload : new byte[0])
			.setContentType("application/json")
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
		letter.headers().forEach(message::setHeader);
		if (letter.key() != null) {
			message.setHeader(Wire.KEY, letter.key());
		}
		CompletableFuture<Void> acknowledged = new CompletableFuture<>();
		CorrelationData correlation = new CorrelationData();
		RabbitAcknowledgements.settle(correlation, acknowledged);
		this.rabbit.send("", queue, message.build(), correlation);
		return acknowledged;
	}

	@Override
	public void drain(List<String> queues, Consumer<List<Delivery>> consumer) {
		SimpleMessageListenerContainer drain = new SimpleMessageListenerContainer(this.connections);
		drain.setQueueNames(queues.toArray(String[]::new));
		drain.setBeanName("dead-letters");
		drain.setMissingQueuesFatal(false);
		drain.setFailedDeclarationRetryInterval(1000);
		drain.setPrefetchCount(100);
		drain.setBatchSize(50);
		drain.setConsumerBatchEnabled(true);
		drain.setReceiveTimeout(200);
		RabbitListeners.takeAsIs(drain);
		drain.setMessageListener((BatchMessageListener) (messages) -> consumer
			.accept(messages.stream().map(RabbitDeadLetterQueues::delivery).toList()));
		drain.afterPropertiesSet();
		this.container = drain;
		drain.start();
	}

	private static Delivery delivery(Message message) {
		MessageProperties properties = message.getMessageProperties();
		var headers = RabbitDeliveryReader.texts(properties.getHeaders());
		return new Delivery(String.valueOf(properties.getConsumerQueue()), headers.get(Wire.KEY), headers,
				message.getBody());
	}

	@Override
	public void stop() {
		SimpleMessageListenerContainer drain = this.container;
		if (drain != null) {
			drain.stop();
		}
	}

}
