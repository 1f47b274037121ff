package dev.ticketrail.messaging.broker;

import java.util.Map;

/**
 * One event on its way to the broker.
 *
 * @param topic the destination of an output binding
 * @param key the aggregate's id
 * @param headers texts, as they are on the wire
 * @param payload the envelope as JSON in UTF-8
 */
public record OutgoingEvent(String topic, String key, Map<String, String> headers, byte[] payload) {

}
