/** What payment-service shows over HTTP. */
@NullMarked
package dev.ticketrail.payment.web;

import org.jspecify.annotations.NullMarked;
