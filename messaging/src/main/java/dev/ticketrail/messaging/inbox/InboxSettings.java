package dev.ticketrail.messaging.inbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how long the inbox tries.
 *
 * @param attempts how often an event is tried before it becomes a dead letter
 * @param retryPause the pause before the second attempt; three times longer before each
 * further one
 * @param outagePause the first pause while the world is down; doubled each time
 * @param outagePauseMaximum the longest pause while the world is down
 * @param retention how long {@code processed_event} remembers; longer than any broker or
 * dead letter keeps a message
 */
@ConfigurationProperties("ticketrail.inbox")
record InboxSettings(@DefaultValue("3") int attempts, @DefaultValue("100ms") Duration retryPause,
		@DefaultValue("200ms") Duration outagePause, @DefaultValue("5s") Duration outagePauseMaximum,
		@DefaultValue("30d") Duration retention) {

	Duration retryPause(int failedAttempts) {
		return this.retryPause.multipliedBy((long) Math.pow(3, failedAttempts - 1));
	}

}
