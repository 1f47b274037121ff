/**
 * What the shop guarantees, as rules on facts. The facts come from six databases
 * (system-tests) or from the memory of a simulated shop (saga-simulator); the rules are
 * the same, and share no code with the services.
 */
@NullMarked
package dev.ticketrail.testing.invariants;

import org.jspecify.annotations.NullMarked;
