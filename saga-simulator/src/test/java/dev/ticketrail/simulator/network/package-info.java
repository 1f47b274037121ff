/** What a seed decides on: the broker's deliveries, faults, and the time. */
@NullMarked
package dev.ticketrail.simulator.network;

import org.jspecify.annotations.NullMarked;
