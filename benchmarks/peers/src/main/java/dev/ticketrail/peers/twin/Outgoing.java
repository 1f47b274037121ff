package dev.ticketrail.peers.twin;

/**
 * An event as it goes to the broker.
 *
 * @param eventId its identity, a UUID
 * @param topic where it goes, which is its type as well
 * @param orderId the key that keeps an order's events in their order
 * @param payload JSON
 */
public record Outgoing(String eventId, String topic, String orderId, String payload) {
}
