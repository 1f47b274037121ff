@NullMarked
package dev.ticketrail.messaging.outbox;

import org.jspecify.annotations.NullMarked;
