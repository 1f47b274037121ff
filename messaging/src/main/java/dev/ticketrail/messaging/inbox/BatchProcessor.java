package dev.ticketrail.messaging.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.broker.DeliveryReader;
import dev.ticketrail.messaging.deadletter.DeadLetterSender;
import dev.ticketrail.messaging.deadletter.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.messaging.Message;

/**
 * Processes a batch of deliveries. When it returns, each of them is either processed or
 * in the group's dead-letter queue, and the batch may be acknowledged; while it throws,
 * none may be.
 * <p>
 * A batch shares one transaction. When that fails it is replayed one by one, in rounds:
 * whoever fails is tried again after the others, so that only the bad ones pay.
 */
class BatchProcessor {

	private static final Logger log = LoggerFactory.getLogger(BatchProcessor.class);

	private final DeliveryReader reader;

	private final EventTransaction transaction;

	private final Outages outages;

	private final DeadLetterSender deadLetters;

	private final InHand inHand;

	private final InboxSettings settings;

	BatchProcessor(DeliveryReader reader, EventTransaction transaction, Outages outages, DeadLetterSender deadLetters,
			InHand inHand, InboxSettings settings) {
		this.reader = reader;
		this.transaction = transaction;
		this.outages = outages;
		this.deadLetters = deadLetters;
		this.inHand = inHand;
		this.settings = settings;
	}

	<T> void process(Subscription subscription, Handler<T> handler, Message<?> batch) {
		List<Delivery> deliveries = this.reader.read(batch, subscription.topic());
		this.inHand.during(subscription.group(), deliveries, () -> process(subscription, handler, deliveries));
	}

	private <T> void process(Subscription subscription, Handler<T> handler, List<Delivery> deliveries) {
		String group = subscription.group();
		List<Received<T>> readable = new ArrayList<>();
		List<Failure> failures = new ArrayList<>();
		for (Delivery delivery : deliveries) {
			try {
				readable.add(Received.of(EventReader.read(delivery, handler.type()), delivery));
			}
			catch (MalformedEventException ex) {
				failures.add(this.deadLetters.failure(delivery, group, ex, 1));
			}
		}
		readable.sort(Comparator.comparing(Received::sortKey));
		if (!handler.together() || readable.size() == 1 || !processTogether(group, handler, readable)) {
			failures.addAll(processOneByOne(group, handler, readable));
		}
		if (!failures.isEmpty()) {
			ride(subscription, () -> this.deadLetters.send(failures));
		}
	}

	private <T> boolean processTogether(String group, Handler<T> handler, List<Received<T>> batch) {
		if (batch.isEmpty()) {
			return true;
		}
		try {
			ride(subscription(batch.getFirst(), group), () -> this.transaction.process(group, handler, batch));
			return true;
		}
		catch (OutageException ex) {
			throw ex;
		}
		catch (RuntimeException | LinkageError | StackOverflowError | AssertionError ex) {
			log.debug("A batch of {} for {} failed and is replayed one by one", batch.size(), group, ex);
			return false;
		}
	}

	private <T> List<Failure> processOneByOne(String group, Handler<T> handler, List<Received<T>> batch) {
		List<Failure> failures = new ArrayList<>();
		List<Received<T>> pending = batch;
		for (int attempt = 1; !pending.isEmpty(); attempt++) {
			List<Received<T>> again = new ArrayList<>();
			for (Received<T> received : pending) {
				try {
					ride(subscription(received, group),
							() -> this.transaction.process(group, handler, List.of(received)));
				}
				catch (OutageException ex) {
					throw ex;
				}
				catch (RuntimeException | LinkageError | StackOverflowError | AssertionError ex) {
					if (ex instanceof UnprocessableEventException || attempt >= this.settings.attempts()) {
						log.warn("Event {} of {} becomes a dead letter of {} after {} attempt(s)",
								received.event().id(), received.event().type(), group, attempt, ex);
						failures.add(this.deadLetters.failure(received.delivery(), group, ex, attempt));
					}
					else {
						again.add(received);
					}
				}
			}
			if (!again.isEmpty()) {
				this.outages.pause(this.settings.retryPause(attempt));
			}
			pending = again;
		}
		return failures;
	}

	private void ride(Subscription subscription, Runnable action) {
		this.outages.ride(subscription.topic() + " for " + subscription.group(), this.reader.patience(), action);
	}

	private static Subscription subscription(Received<?> received, String group) {
		return new Subscription(received.delivery().topic(), group);
	}

}
