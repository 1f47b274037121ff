@NullMarked
package dev.ticketrail.messaging.inbox;

import org.jspecify.annotations.NullMarked;
