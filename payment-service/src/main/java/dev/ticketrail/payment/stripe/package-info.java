/** Stripe as the payment gateway, where {@code STRIPE_API_KEY} is set. */
@NullMarked
package dev.ticketrail.payment.stripe;

import org.jspecify.annotations.NullMarked;
