/**
 * The reports, timelines, replay and feed over HTTP.
 */
@NullMarked
package dev.ticketrail.analytics.web;

import org.jspecify.annotations.NullMarked;
