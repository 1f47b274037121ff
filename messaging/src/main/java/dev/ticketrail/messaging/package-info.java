/**
 * The delivery guarantees of the shop as one auto-configured module. Knows no event and
 * no service.
 */
@NullMarked
package dev.ticketrail.messaging;

import org.jspecify.annotations.NullMarked;
