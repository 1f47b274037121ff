@NullMarked
package dev.ticketrail.messaging.broker;

import org.jspecify.annotations.NullMarked;
