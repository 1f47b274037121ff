package dev.ticketrail.messaging.broker;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a broker still knows of the past. A log (Kafka) keeps events until its retention
 * ends and lets anyone read them again; a queue (RabbitMQ) forgets a message once its
 * consumer has acknowledged it.
 */
public interface TopicHistory {

	/** Why the past cannot be read on this broker; empty where it can. */
	Optional<String> unavailable();

	/**
	 * Reads every event that the topics retain, beside all consumer groups: nobody's
	 * position moves.
	 * <p>
	 * Promised: all events that were in the topics when the call was made, those with the
	 * same key in one topic in their order. Not promised: an order among topics, nor that
	 * an event comes only once (a topic can hold it twice), nor events that are added
	 * meanwhile.
	 * @param topics the topics' names; one that does not exist has no history
	 * @param batchSize how many events to hand over at a time, at most
	 * @param batch takes the events; what it throws ends the reading
	 * @throws UnsupportedOperationException where the past is {@link #unavailable()}
	 * @throws IllegalStateException where the broker falls silent before the end
	 */
	void read(Collection<String> topics, int batchSize, Consumer<List<Delivery>> batch);

}
