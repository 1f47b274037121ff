/**
 * A payment gateway to play with: an outside system that happens to live in this process.
 * It has a schema, connections and transactions of its own, so no rollback of ours takes
 * a charge back, and a restart forgets nothing.
 */
@NullMarked
package dev.ticketrail.payment.simulator;

import org.jspecify.annotations.NullMarked;
