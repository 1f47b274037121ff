/**
 * Owns stock and reservations: reserves what was ordered, releases what was cancelled.
 * <p>
 * Two listeners and several instances work on the same rows. They cannot deadlock because
 * every transaction locks in the same order: first reservations, by order id, then stock,
 * by product id.
 */
@NullMarked
package dev.ticketrail.inventory;

import org.jspecify.annotations.NullMarked;
