package dev.ticketrail.order;

import java.time.Instant;

/**
 * One thing that happened to an order.
 *
 * @param at when order-service learned of it
 * @param what the type of the event that says so, for example {@code payment.completed}
 */
public record HistoryEntry(Instant at, String what) {

}
