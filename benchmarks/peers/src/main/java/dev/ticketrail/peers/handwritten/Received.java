package dev.ticketrail.peers.handwritten;

/** An event as it came from the broker. */
record Received(String eventId, String topic, String payload) {
}
