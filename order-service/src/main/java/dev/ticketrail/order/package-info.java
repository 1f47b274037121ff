/**
 * The waiter: takes orders and is the authority on an order's status. Start at
 * {@link dev.ticketrail.order.OrderPlacement}, go on with
 * {@link dev.ticketrail.order.Order}.
 */
@NullMarked
package dev.ticketrail.order;

import org.jspecify.annotations.NullMarked;
