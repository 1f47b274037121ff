package dev.ticketrail.messaging.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the relay works.
 *
 * @param batchSize rows read at once
 * @param pollInterval how soon the relay finds a row that another instance committed; its
 * own instance's commits wake it at once
 * @param acknowledgementTimeout how long the relay waits for the broker's answers
 * @param outagePause how long the relay waits after the broker or database was not there
 * @param parkedPause how long a refused row is parked the first time; doubled each time
 * @param parkedPauseMaximum the longest time a refused row is parked
 * @param maxEventSize a larger event is refused when it is appended; by default what fits
 * into Kafka's megabyte with its headers
 */
@ConfigurationProperties("ticketrail.outbox")
record OutboxSettings(@DefaultValue("500") int batchSize, @DefaultValue("100ms") Duration pollInterval,
		@DefaultValue("15s") Duration acknowledgementTimeout, @DefaultValue("500ms") Duration outagePause,
		@DefaultValue("1s") Duration parkedPause, @DefaultValue("5m") Duration parkedPauseMaximum,
		@DefaultValue("1000KB") DataSize maxEventSize) {

	/** The pause grows with each attempt, so that a row that never goes costs little. */
	Duration parkedPause(int attempts) {
		Duration pause = this.parkedPause.multipliedBy(1L << Math.min(attempts, 20));
		return (pause.compareTo(this.parkedPauseMaximum) < 0) ? pause : this.parkedPauseMaximum;
	}

}
