package dev.ticketrail.order;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Orders that do not move: every order is to be shipped or cancelled in the end, with its
 * money given back where it was charged, and one that waits for longer than
 * {@link OrderSettings#stuckAfter()} waits for a dead letter or for a service that is
 * down. {@code GET /actuator/stuckorders} lists the oldest 1,000, the metric
 * {@code ticketrail.orders.stuck} counts up to as many, and the log has a line a minute.
 */
@Component
@Endpoint(id = "stuckorders")
class StuckOrders {

	private static final Logger log = LoggerFactory.getLogger(StuckOrders.class);

	private final Orders orders;

	private final OrderSettings settings;

	private final InstantSource clock;

	StuckOrders(Orders orders, OrderSettings settings, InstantSource clock, MeterRegistry meters) {
		this.orders = orders;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("ticketrail.orders.stuck", this, (stuck) -> stuck.oldestFirst().size())
			.description("Orders that wait for an answer and whose status is older than ticketrail.orders.stuck-after")
			.register(meters);
	}

	/** Says so once a minute for as long as there are any. */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void report() {
		List<StuckOrder> stuck = oldestFirst();
		if (!stuck.isEmpty()) {
			log.warn(
					"{} order(s) have not moved for more than {}, the oldest: {}. Look at /actuator/deadletters and at "
							+ "the health of payment-, inventory- and shipping-service",
					stuck.size(), this.settings.stuckAfter(), stuck.getFirst());
		}
	}

	@ReadOperation
	List<StuckOrder> oldestFirst() {
		return this.orders.waitingSinceBefore(this.clock.instant().minus(this.settings.stuckAfter()));
	}

}
