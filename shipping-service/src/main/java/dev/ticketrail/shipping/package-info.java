/** Owns shipments: ships what is confirmed, holds back what is cancelled. */
@NullMarked
package dev.ticketrail.shipping;

import org.jspecify.annotations.NullMarked;
