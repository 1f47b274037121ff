package dev.ticketrail.order;

import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * Orders that do not move: every order is to be shipped or cancelled in the end, and one
 * that waits for longer than {@link OrderSettings#stuckAfter()} waits for a dead letter
 * or for a service that is down. {@code GET /actuator/stuckorders} lists the oldest
 * 1,000, and the metric {@code ticketrail.orders.stuck} counts up to as many.
 */
@Component
@Endpoint(id = "stuckorders")
class StuckOrders {

	private final Orders orders;

	private final OrderSettings settings;

	private final InstantSource clock;

	StuckOrders(Orders orders, OrderSettings settings, InstantSource clock, MeterRegistry meters) {
		this.orders = orders;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("ticketrail.orders.stuck", this, (stuck) -> stuck.oldestFirst().size())
			.description("Open orders whose status is older than ticketrail.orders.stuck-after")
			.register(meters);
	}

	@ReadOperation
	List<StuckOrder> oldestFirst() {
		return this.orders.openSinceBefore(this.clock.instant().minus(this.settings.stuckAfter()));
	}

}
