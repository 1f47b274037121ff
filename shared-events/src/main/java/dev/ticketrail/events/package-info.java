/**
 * The published language of the shop: one record per topic. Depends on the JDK and on
 * annotations only, so that any JVM client can read our events with it.
 */
@NullMarked
package dev.ticketrail.events;

import org.jspecify.annotations.NullMarked;
