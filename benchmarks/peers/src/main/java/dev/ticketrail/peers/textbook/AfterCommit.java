package dev.ticketrail.peers.textbook;

import dev.ticketrail.peers.twin.Outgoing;
import dev.ticketrail.peers.twin.Publisher;

import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Profile;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
@Profile("textbook")
class AfterCommit implements Publisher {

	private final StreamBridge bridge;

	AfterCommit(StreamBridge bridge) {
		this.bridge = bridge;
	}

	@Override
	public void publish(Outgoing event) {
		Message<String> message = MessageBuilder.withPayload(event.payload())
			.setHeader("eventId", event.eventId())
			.setHeader("eventType", event.topic())
			.setHeader("kafka_messageKey", event.orderId().getBytes())
			.build();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				AfterCommit.this.bridge.send(event.topic(), message);
			}
		});
	}

}
