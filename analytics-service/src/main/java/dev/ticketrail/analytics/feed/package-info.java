/**
 * The activity feed: what is recorded, as it is recorded.
 */
@NullMarked
package dev.ticketrail.analytics.feed;

import org.jspecify.annotations.NullMarked;
