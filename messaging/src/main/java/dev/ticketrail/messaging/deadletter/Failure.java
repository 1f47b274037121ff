package dev.ticketrail.messaging.deadletter;

import dev.ticketrail.messaging.broker.Delivery;

/**
 * A delivery that could not be processed, on its way to the group's dead-letter queue.
 *
 * @param queue the dead-letter queue
 * @param letter the delivery with the headers of {@link DeadLetterHeaders}
 */
public record Failure(String queue, Delivery letter) {

}
