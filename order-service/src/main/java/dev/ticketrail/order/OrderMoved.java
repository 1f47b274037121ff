package dev.ticketrail.order;

/** An order has a new status. Heard in this process only. */
public record OrderMoved(String orderId) {

}
