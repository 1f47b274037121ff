/**
 * Fan-in: records every event of the shop and keeps the reports that follow from them.
 */
@NullMarked
package dev.ticketrail.analytics;

import org.jspecify.annotations.NullMarked;
