package dev.ticketrail.messaging.broker;

import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ProducerMessageHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.scheduling.TaskScheduler;

/** Everything that is Kafka's own. */
@Configuration(proxyBeanMethods = false)
@Profile("kafka")
class KafkaConfiguration {

	private final String deadLetterGroup;

	KafkaConfiguration(@Value("${spring.application.name}") String application) {
		this.deadLetterGroup = application + ".dead-letters";
	}

	@Bean
	KafkaAcknowledgements kafkaAcknowledgements() {
		return new KafkaAcknowledgements();
	}

	@Bean
	EventSender eventSender(OutputChannels channels, KafkaAcknowledgements acknowledgements) {
		return new BindingEventSender(channels, acknowledgements);
	}

	@Bean
	ProducerMessageHandlerCustomizer<KafkaProducerMessageHandler<?, ?>> acknowledgementListener(
			KafkaAcknowledgements acknowledgements) {
		return (handler, destination) -> acknowledgements.listenTo(handler);
	}

	/** Takes the place of Spring Cloud Stream's own. */
	@Bean
	BindingService bindingService(BindingServiceProperties properties, BinderFactory binders, TaskScheduler scheduler,
			ObjectMapper json, BrokerStatus kafka) {
		return new KafkaBindingService(properties, binders, scheduler, json, new BrokerPresence(kafka));
	}

	@Bean
	KafkaListeners kafkaListeners() {
		return new KafkaListeners();
	}

	/** The name is the one that the binder looks for. */
	@Bean
	KafkaHeaderTexts kafkaBinderHeaderMapper() {
		return new KafkaHeaderTexts();
	}

	/**
	 * The same for batches: here the binder asks for a converter. Named in
	 * {@code messaging-defaults.yml}.
	 */
	@Bean
	BatchMessagingMessageConverter kafkaBatchConverter(KafkaHeaderTexts headers) {
		BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
		converter.setHeaderMapper(headers);
		return converter;
	}

	@Bean
	DeliveryReader deliveryReader() {
		return new KafkaDeliveryReader();
	}

	@Bean
	DeadLetterQueues deadLetterQueues(KafkaProperties properties, KafkaAdmin admin,
			@Value("${spring.cloud.stream.kafka.binder.replication-factor:1}") int replicas) {
		Map<String, Object> producer = properties.buildProducerProperties();
		producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		producer.put(ProducerConfig.ACKS_CONFIG, "all");
		producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
		producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaDeadLetterQueues.LARGEST_LETTER);
		Map<String, Object> consumer = properties.buildConsumerProperties();
		consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		// as in messaging-defaults.yml: whoever was killed is not waited for as long as
		// by default
		consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
		return new KafkaDeadLetterQueues(new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(producer)),
				new DefaultKafkaConsumerFactory<>(consumer), admin, this.deadLetterGroup, replicas);
	}

	@Bean
	TopicHistory topicHistory(KafkaProperties properties) {
		return new KafkaTopicHistory(properties.buildConsumerProperties());
	}

	@Bean
	BrokerStatus brokerStatus(KafkaAdmin admin) {
		return new KafkaStatus(Admin.create(admin.getConfigurationProperties()), this.deadLetterGroup);
	}

}
