/** Bugs that the checker has to find. None of them is in the product. */
@NullMarked
package dev.ticketrail.simulator.bugs;

import org.jspecify.annotations.NullMarked;
