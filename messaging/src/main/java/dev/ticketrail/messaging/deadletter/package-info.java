@NullMarked
package dev.ticketrail.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
