/**
 * The shop's mails. Listeners turn events into letters ({@code EmailComposition}), a work
 * queue hands each to one of the competing workers ({@code EmailDelivery}).
 */
@NullMarked
package dev.ticketrail.email;

import org.jspecify.annotations.NullMarked;
