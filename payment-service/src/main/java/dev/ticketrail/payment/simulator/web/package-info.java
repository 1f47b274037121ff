/** The desk of the simulated gateway. */
@NullMarked
package dev.ticketrail.payment.simulator.web;

import org.jspecify.annotations.NullMarked;
