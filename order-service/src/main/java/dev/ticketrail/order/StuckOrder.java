package dev.ticketrail.order;

import java.time.Instant;

/** An order that waits for an answer for too long. */
public record StuckOrder(String orderId, OrderStatus status, Instant since) {

}
