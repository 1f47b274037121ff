package dev.ticketrail.messaging.broker;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import dev.ticketrail.messaging.Wire;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.cloud.stream.config.ProducerMessageHandlerCustomizer;
import org.springframework.integration.amqp.outbound.AmqpOutboundEndpoint;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessageHeaders;

/**
 * On RabbitMQ a publisher confirm is not enough: an unroutable message is confirmed as
 * well. So the answer counts only if the message was not returned.
 */
class RabbitAcknowledgements
		implements BindingEventSender.Acknowledgements, ProducerMessageHandlerCustomizer<MessageHandler> {

	private final Map<String, RabbitTemplate> templates = new ConcurrentHashMap<>();

	@Override
	public void configure(MessageHandler handler, String destination) {
		this.templates.put(destination, ((AmqpOutboundEndpoint) handler).getRabbitTemplate());
	}

	/**
	 * On one channel for each topic. A channel goes back to its pool only when all it has
	 * sent is acknowledged: without this, each event of a batch would open another one.
	 */
	@Override
	public void together(Set<String> topics, Runnable sending) {
		onOneChannelEach(topics.stream().map(this.templates::get).filter(Objects::nonNull).iterator(), sending);
	}

	private void onOneChannelEach(Iterator<RabbitTemplate> templates, Runnable sending) {
		if (!templates.hasNext()) {
			sending.run();
			return;
		}
		templates.next().invoke((_) -> {
			onOneChannelEach(templates, sending);
			return true;
		});
	}

	@Override
	public CompletableFuture<Void> expect(OutgoingEvent event, MessageBuilder<byte[]> message,
			CompletableFuture<Void> acknowledged) {
		CorrelationData correlation = new CorrelationData();
		message.setHeader(Wire.KEY, event.key())
			.setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
			.setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, correlation);
		settle(correlation, acknowledged);
		return acknowledged;
	}

	/** Completes the future with what the broker answers. */
	static void settle(CorrelationData correlation, CompletableFuture<Void> acknowledged) {
		correlation.getFuture().whenComplete((confirm, failure) -> {
			ReturnedMessage returned = correlation.getReturned();
			if (failure != null) {
				acknowledged.completeExceptionally(failure);
			}
			else if (returned != null) {
				acknowledged.completeExceptionally(new RejectedByBrokerException(
						"unroutable: no queue is bound to exchange " + returned.getExchange()));
			}
			else if (confirm.ack()) {
				acknowledged.complete(null);
			}
			else if (isRefusal(confirm.reason())) {
				acknowledged.completeExceptionally(
						new RejectedByBrokerException("negatively acknowledged, the queue may be full"));
			}
			else {
				acknowledged.completeExceptionally(new IllegalStateException(String.valueOf(confirm.reason())));
			}
		});
	}

	/**
	 * A lost channel also ends as a nack, but then with the reason that it was closed.
	 */
	private static boolean isRefusal(@Nullable String reason) {
		return reason == null || reason.isBlank();
	}

	@Override
	public Throwable translate(Throwable failure) {
		return failure;
	}

}
