package dev.ticketrail.messaging.broker;

import dev.ticketrail.messaging.inbox.InHand;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Everything that is RabbitMQ's own. */
@Configuration(proxyBeanMethods = false)
@Profile("rabbit")
class RabbitConfiguration {

	@Bean
	RabbitAcknowledgements rabbitAcknowledgements() {
		return new RabbitAcknowledgements();
	}

	/** Without confirms and returns nobody knows what the broker has: refuse to start. */
	@Bean
	EventSender eventSender(OutputChannels channels, RabbitAcknowledgements acknowledgements,
			CachingConnectionFactory connections) {
		if (!connections.isPublisherConfirms() || !connections.isPublisherReturns()) {
			throw new IllegalStateException("Events could be lost: set spring.rabbitmq.publisher-confirm-type="
					+ "correlated and spring.rabbitmq.publisher-returns=true");
		}
		return new BindingEventSender(channels, acknowledgements);
	}

	@Bean
	RabbitConflicts rabbitConflicts(CachingConnectionFactory connections) {
		RabbitConflicts conflicts = new RabbitConflicts();
		connections.addChannelListener(conflicts);
		return conflicts;
	}

	@Bean
	RabbitAlarms rabbitAlarms() {
		return new RabbitAlarms();
	}

	@Bean
	RabbitMissingQueues rabbitMissingQueues(CachingConnectionFactory connections) {
		return new RabbitMissingQueues(connections);
	}

	/** Runs when all bindings are there: with a conflict the service refuses to start. */
	@Bean
	ApplicationRunner rabbitConflictCheck(RabbitConflicts conflicts) {
		return (_) -> conflicts.check();
	}

	@Bean
	RabbitListeners rabbitListeners() {
		return new RabbitListeners();
	}

	@Bean
	DeliveryReader deliveryReader() {
		return new RabbitDeliveryReader();
	}

	@Bean
	DeadLetterQueues deadLetterQueues(CachingConnectionFactory connections) {
		return new RabbitDeadLetterQueues(connections);
	}

	@Bean
	TopicHistory topicHistory() {
		return new RabbitTopicHistory();
	}

	@Bean
	BrokerStatus brokerStatus(RabbitTemplate rabbit, AmqpAdmin admin, RabbitConflicts conflicts, RabbitAlarms alarms,
			InHand inHand) {
		return new RabbitStatus(rabbit, admin, conflicts, alarms, inHand);
	}

}
