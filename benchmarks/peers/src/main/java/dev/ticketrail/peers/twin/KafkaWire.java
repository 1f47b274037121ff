package dev.ticketrail.peers.twin;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

@Component
@Profile("kafka")
class KafkaWire implements Wire {

	private final KafkaTemplate<byte[], byte[]> kafka;

	KafkaWire(KafkaTemplate<byte[], byte[]> kafka) {
		this.kafka = kafka;
	}

	@Override
	public CompletableFuture<?> send(Outgoing event) {
		ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(event.topic(), bytes(event.orderId()),
				bytes(event.payload()));
		message.headers().add("eventId", bytes(event.eventId()));
		message.headers().add("eventType", bytes(event.topic()));
		return this.kafka.send(message);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
