package dev.ticketrail.messaging.broker;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One message as a broker delivered it: nothing of it is trusted yet.
 *
 * @param topic where it was published
 * @param key the record's key (Kafka) or the header {@code key} (RabbitMQ)
 * @param headers the headers that the shop uses, as text; all others are dropped
 * @param payload the body; absent for a Kafka tombstone
 */
public record Delivery(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] payload) {

}
