package dev.ticketrail.messaging.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.springframework.integration.support.MessageBuilder;

/**
 * Sends through the output binding's own channel, not through {@code StreamBridge}: that
 * one takes a lock for each message and its answer is no acknowledgement.
 */
class BindingEventSender implements EventSender {

	private final OutputChannels channels;

	private final Acknowledgements acknowledgements;

	BindingEventSender(OutputChannels channels, Acknowledgements acknowledgements) {
		this.channels = channels;
		this.acknowledgements = acknowledgements;
	}

	@Override
	public List<CompletableFuture<Void>> send(List<OutgoingEvent> events) {
		List<CompletableFuture<Void>> answers = new ArrayList<>(events.size());
		Set<String> topics = events.stream().map(OutgoingEvent::topic).collect(Collectors.toSet());
		try {
			this.acknowledgements.together(topics, () -> events.forEach((event) -> answers.add(send(event))));
		}
		catch (RuntimeException ex) {
			while (answers.size() < events.size()) {
				answers.add(CompletableFuture.failedFuture(ex));
			}
		}
		return answers;
	}

	private CompletableFuture<Void> send(OutgoingEvent event) {
		CompletableFuture<Void> acknowledged = new CompletableFuture<>();
		MessageBuilder<byte[]> message = MessageBuilder.withPayload(event.payload()).copyHeaders(event.headers());
		CompletableFuture<Void> answer = this.acknowledgements.expect(event, message, acknowledged);
		try {
			this.channels.of(event.topic()).send(message.build());
		}
		catch (RuntimeException ex) {
			acknowledged.completeExceptionally(this.acknowledgements.translate(ex));
		}
		return answer;
	}

	/** How a broker says that it has an event. */
	interface Acknowledgements {

		/**
		 * Adds to the message what the broker's handler needs to answer.
		 * @param acknowledged to be completed by the answer
		 * @return what the sender waits for
		 */
		CompletableFuture<Void> expect(OutgoingEvent event, MessageBuilder<byte[]> message,
				CompletableFuture<Void> acknowledged);

		/**
		 * Does all the sending of a batch to the topics in the way that is cheapest for
		 * the broker.
		 */
		void together(Set<String> topics, Runnable sending);

		/** Tells a refusal of this event from trouble with the broker. */
		Throwable translate(Throwable failure);

	}

}
