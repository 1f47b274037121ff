package dev.ticketrail.peers.handwritten;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & kafka")
class KafkaListeners {

	private final Kitchen kitchen;

	KafkaListeners(Kitchen kitchen) {
		this.kitchen = kitchen;
	}

	@Bean
	static KafkaAdmin.NewTopics newTopics() {
		return new KafkaAdmin.NewTopics(Topics.ALL.stream()
			.map((topic) -> TopicBuilder.name(topic).partitions(6).build())
			.toArray(NewTopic[]::new));
	}

	@KafkaListener(topics = "#{kitchen.topics()}", groupId = "${spring.application.name}", batch = "true")
	void take(List<ConsumerRecord<byte[], byte[]>> batch) {
		this.kitchen.take(batch.stream()
			.map((message) -> new Received(text(message.headers().lastHeader("eventId").value()), message.topic(),
					text(message.value())))
			.toList());
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
