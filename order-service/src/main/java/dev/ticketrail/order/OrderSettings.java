package dev.ticketrail.order;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about orders.
 *
 * @param stuckAfter an open order whose status is older than this is reported as stuck
 * @param idempotencyKeysKept how long a repeat of {@code POST /orders} is recognised
 * @param maxStreams how many clients one instance keeps informed at the same time
 */
@ConfigurationProperties("ticketrail.orders")
public record OrderSettings(@DefaultValue("10m") Duration stuckAfter, @DefaultValue("24h") Duration idempotencyKeysKept,
		@DefaultValue("1000") int maxStreams) {

}
