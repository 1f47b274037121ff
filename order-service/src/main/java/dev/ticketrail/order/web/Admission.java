package dev.ticketrail.order.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.ticketrail.messaging.outbox.OutboxBacklog;
import dev.ticketrail.order.Order;
import dev.ticketrail.order.PlacementQueue;
import dev.ticketrail.order.PlacementRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The door for new orders. Behind it they wait for their turn; whoever cannot be served
 * soon is told so before anything was stored, and may come back with the same request.
 */
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
class Admission {

	private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

	private final PlacementQueue placement;

	private final AdmissionSettings settings;

	private final OutboxBacklog outbox;

	private final Semaphore places;

	private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

	private final Counter refused;

	private volatile boolean outboxIsFull;

	Admission(PlacementQueue placement, AdmissionSettings settings, OutboxBacklog outbox, MeterRegistry meters) {
		this.placement = placement;
		this.settings = settings;
		this.outbox = outbox;
		this.places = new Semaphore(settings.waiting());
		this.refused = Counter.builder("ticketrail.orders.refused")
			.description("Orders that were not let in because the shop was too busy")
			.register(meters);
		Gauge.builder("ticketrail.orders.waiting", () -> settings.waiting() - this.places.availablePermits())
			.description("Orders that are being placed or wait for their turn")
			.register(meters);
	}

	/**
	 * Places an order when it is its turn.
	 * @throws TooBusyException where that would take too long, or the outbox is full;
	 * nothing was done then
	 */
	Order admit(PlacementRequest request) {
		if (!this.places.tryAcquire()) {
			throw refusal("too many orders arrive at the same time");
		}
		try {
			lookAtTheOutbox();
			if (this.outboxIsFull) {
				throw refusal("too many events wait for the broker");
			}
			return this.placement.place(request, this.settings.patience())
				.orElseThrow(() -> refusal("too many orders arrive at the same time"));
		}
		finally {
			this.places.release();
		}
	}

	/** One request a second looks on behalf of all. */
	private void lookAtTheOutbox() {
		long due = this.nextLook.get();
		long now = System.nanoTime();
		if (now - due >= 0 && this.nextLook.compareAndSet(due, now + LOOK_EVERY)) {
			int limit = this.settings.outboxLimit();
			this.outboxIsFull = this.outbox.pending(limit) >= limit;
		}
	}

	private TooBusyException refusal(String reason) {
		this.refused.increment();
		return new TooBusyException(reason);
	}

}
