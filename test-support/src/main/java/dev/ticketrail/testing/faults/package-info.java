/**
 * What networks do to connections, on demand.
 */
@NullMarked
package dev.ticketrail.testing.faults;

import org.jspecify.annotations.NullMarked;
