package dev.ticketrail.messaging.deadletter;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dead letters are sent and kept.
 *
 * @param acknowledgementTimeout how long a failing message waits for the broker to
 * acknowledge its copy; after that its subscription waits, and tries again
 * @param retention how long one that was redriven or discarded stays on record; one that
 * waits for an operator stays for ever
 */
@ConfigurationProperties("ticketrail.dead-letters")
record DeadLetterSettings(@DefaultValue("15s") Duration acknowledgementTimeout,
		@DefaultValue("90d") Duration retention) {

}
