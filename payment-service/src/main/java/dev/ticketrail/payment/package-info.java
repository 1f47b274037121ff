/**
 * Charges what was ordered and refunds what was cancelled, once each. {@code Payment} is
 * the state machine, {@code Charging} and {@code Refunding} are the two use cases, and
 * {@code PaymentGateway} is the world outside.
 */
@NullMarked
package dev.ticketrail.payment;

import org.jspecify.annotations.NullMarked;
