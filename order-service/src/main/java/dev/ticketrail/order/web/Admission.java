package dev.ticketrail.order.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.ticketrail.messaging.outbox.OutboxBacklog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The door for new orders. It lets in as many at once as the database serves well and
 * leaves connections of the pool to the listeners, the relay and the readiness probe: the
 * busier the shop is, the more these are needed. Whoever cannot be let in soon is told so
 * before anything was stored, and may come back with the same request.
 */
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
class Admission {

	private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

	private final AdmissionSettings settings;

	private final OutboxBacklog outbox;

	private final Semaphore places;

	private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

	private final Counter refused;

	private volatile boolean outboxIsFull;

	Admission(AdmissionSettings settings, OutboxBacklog outbox, MeterRegistry meters) {
		this.settings = settings;
		this.outbox = outbox;
		this.places = new Semaphore(settings.atOnce(), true);
		this.refused = Counter.builder("ticketrail.orders.refused")
			.description("Orders that were not let in because the shop was too busy")
			.register(meters);
	}

	/**
	 * Does the work when it is its turn.
	 * @throws TooBusyException where that would take too long, or the outbox is full; the
	 * work has not begun then
	 */
	<T> T admit(Supplier<T> work) {
		if (this.places.getQueueLength() >= this.settings.waiting() || !isItsTurn()) {
			throw refusal("too many orders arrive at the same time");
		}
		try {
			lookAtTheOutbox();
			if (this.outboxIsFull) {
				throw refusal("too many events wait for the broker");
			}
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private boolean isItsTurn() {
		try {
			return this.places.tryAcquire(this.settings.patience().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
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
