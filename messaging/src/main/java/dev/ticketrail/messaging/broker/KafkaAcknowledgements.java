package dev.ticketrail.messaging.broker;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.ticketrail.messaging.Wire;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.ErrorMessage;

/**
 * On Kafka the producer calls back: the answer finds its event through a header that
 * stays inside this process. {@code acks=all} makes the answer mean that the event is
 * stored.
 */
class KafkaAcknowledgements implements BindingEventSender.Acknowledgements {

	private static final String ACKNOWLEDGED = "ticketrail_acknowledged";

	@Override
	public CompletableFuture<Void> expect(OutgoingEvent event, MessageBuilder<byte[]> message,
			CompletableFuture<Void> acknowledged) {
		message.setHeader(KafkaHeaders.KEY, Wire.bytes(event.key())).setHeader(ACKNOWLEDGED, acknowledged);
		return acknowledged;
	}

	/** Called for each output binding's message handler. */
	void listenTo(KafkaProducerMessageHandler<?, ?> handler) {
		handler.setSendSuccessChannel((message, timeout) -> {
			acknowledged(message.getHeaders()).complete(null);
			return true;
		});
		handler.setSendFailureChannel((message, timeout) -> {
			fail((ErrorMessage) message);
			return true;
		});
	}

	private void fail(ErrorMessage error) {
		if (error.getPayload() instanceof MessagingException failure) {
			Message<?> failed = failure.getFailedMessage();
			if (failed != null) {
				acknowledged(failed.getHeaders()).completeExceptionally(translate(failure));
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static CompletableFuture<Void> acknowledged(MessageHeaders headers) {
		Object future = headers.get(ACKNOWLEDGED);
		return (future != null) ? (CompletableFuture<Void>) future : new CompletableFuture<>();
	}

	/** The producer makes batches of its own. */
	@Override
	public void together(Set<String> topics, Runnable sending) {
		sending.run();
	}

	@Override
	public Throwable translate(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException
					|| cause instanceof SerializationException || cause instanceof InvalidTopicException
					|| cause instanceof TopicAuthorizationException
					|| cause instanceof UnknownTopicOrPartitionException) {
				return new RejectedByBrokerException(cause.getClass().getSimpleName() + ": " + cause.getMessage());
			}
		}
		return failure;
	}

}
