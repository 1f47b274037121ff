package dev.ticketrail.order;

import java.time.Instant;

/**
 * An order that waits for an answer for too long.
 *
 * @param status an {@link OrderStatus}
 * @param since when it came into this status
 */
public record StuckOrder(String orderId, String status, Instant since) {

}
