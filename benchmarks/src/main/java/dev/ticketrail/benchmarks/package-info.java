/** What the guarantees cost, measured. */
@NullMarked
package dev.ticketrail.benchmarks;

import org.jspecify.annotations.NullMarked;
