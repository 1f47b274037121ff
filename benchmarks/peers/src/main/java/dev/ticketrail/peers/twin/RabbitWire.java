package dev.ticketrail.peers.twin;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("rabbit")
class RabbitWire implements Wire {

	private final RabbitTemplate rabbit;

	RabbitWire(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
	}

	@Override
	public CompletableFuture<?> send(Outgoing event) {
		CorrelationData sent = new CorrelationData(event.eventId());
		this.rabbit.send(event.topic(), event.topic(),
				MessageBuilder.withBody(event.payload().getBytes(StandardCharsets.UTF_8))
					.setContentType("application/json")
					.setHeader("eventId", event.eventId())
					.setHeader("eventType", event.topic())
					.build(),
				sent);
		return sent.getFuture().thenAccept((answer) -> {
			if (!answer.ack()) {
				throw new IllegalStateException("The broker refused " + event + ": " + answer.reason());
			}
		});
	}

}
