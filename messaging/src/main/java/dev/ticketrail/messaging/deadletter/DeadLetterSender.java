package dev.ticketrail.messaging.deadletter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.TimeOrderedId;
import dev.ticketrail.messaging.broker.DeadLetterQueues;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.inbox.OutageException;

/**
 * Sends what cannot be processed to the group's dead-letter queue, and returns only after
 * the broker has acknowledged the copies: not before may the original be acknowledged.
 */
public class DeadLetterSender {

	private final DeadLetterQueues queues;

	private final Duration patience;

	private final InstantSource time;

	/**
	 * Sends to these queues.
	 * @param patience how long all acknowledgements of one call may take
	 */
	DeadLetterSender(DeadLetterQueues queues, Duration patience, InstantSource time) {
		this.queues = queues;
		this.patience = patience;
		this.time = time;
	}

	/** Describes a failure. The reason is one line without stack traces. */
	public Failure failure(Delivery delivery, String group, Throwable cause, int attempts) {
		String now = this.time.instant().toString();
		Map<String, String> headers = new HashMap<>(delivery.headers());
		headers.keySet().removeIf((name) -> name.startsWith(DeadLetterHeaders.PREFIX));
		headers.put(DeadLetterHeaders.ID, TimeOrderedId.at(this.time.instant()).toString());
		headers.put(DeadLetterHeaders.TOPIC, delivery.topic());
		headers.put(DeadLetterHeaders.GROUP, group);
		headers.put(DeadLetterHeaders.REASON, Reason.of(cause));
		headers.put(DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
		headers.put(DeadLetterHeaders.FIRST_FAILED_AT, now);
		headers.put(DeadLetterHeaders.LAST_FAILED_AT, now);
		if (delivery.payload() == null) {
			headers.put(DeadLetterHeaders.NO_PAYLOAD, "true");
		}
		byte[] payload = (delivery.payload() != null) ? delivery.payload() : new byte[0];
		return new Failure(new Subscription(delivery.topic(), group).deadLetterQueue(),
				new Delivery(delivery.topic(), delivery.key(), headers, payload));
	}

	/**
	 * Sends all of them.
	 * @throws OutageException if not all are acknowledged: then all have to be sent again
	 */
	public void send(List<Failure> failures) {
		try {
			CompletableFuture
				.allOf(failures.stream()
					.map((failure) -> this.queues.send(failure.queue(), failure.letter()))
					.toArray(CompletableFuture[]::new))
				.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new OutageException("dead-letter queue", (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException | RuntimeException ex) {
			throw new OutageException("dead-letter queue", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OutageException("dead-letter queue", ex);
		}
	}

}
