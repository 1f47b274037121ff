package dev.ticketrail.messaging.broker;

import java.time.Duration;
import java.util.List;

import org.springframework.messaging.Message;

/** Translates what the binder hands to a listener. */
public interface DeliveryReader {

	/**
	 * Takes a batch apart.
	 * @param batch the binder's message
	 * @param defaultTopic the topic of the binding, where it has only one
	 */
	List<Delivery> read(Message<?> batch, String defaultTopic);

	/**
	 * How long a listener may keep a batch in hand while the world is down, before it
	 * must give the batch back to the container.
	 */
	Duration patience();

}
