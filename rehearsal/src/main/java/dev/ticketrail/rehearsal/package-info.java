/**
 * What all six services do alike, done once while the JVM records it. The AOT cache that
 * comes of it lets each of them start in a fraction of the time.
 */
@NullMarked
package dev.ticketrail.rehearsal;

import org.jspecify.annotations.NullMarked;
