/**
 * Rebuilds the reports from the first event that the broker retains.
 */
@NullMarked
package dev.ticketrail.analytics.replay;

import org.jspecify.annotations.NullMarked;
