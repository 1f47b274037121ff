package dev.ticketrail.order;

import java.time.Instant;

/** The moment since which an order was in a status. */
public record StatusChange(OrderStatus status, Instant at) {

}
