package dev.ticketrail.analytics.replay;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a replay works.
 *
 * @param batchSize events a transaction
 * @param lease how long a replay that gives no sign of life keeps others from starting
 */
@ConfigurationProperties("ticketrail.analytics.replay")
record ReplaySettings(@DefaultValue("5000") int batchSize, @DefaultValue("60s") Duration lease) {

}
