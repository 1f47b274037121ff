package dev.ticketrail.messaging;

/**
 * A consumer group's interest in a topic.
 *
 * @param topic the topic's name, which is the type of its events
 * @param group the consumer group
 */
public record Subscription(String topic, String group) {

	/** The name of the group's dead-letter queue for this topic. */
	public String deadLetterQueue() {
		return this.topic + "." + this.group + ".dlq";
	}

}
