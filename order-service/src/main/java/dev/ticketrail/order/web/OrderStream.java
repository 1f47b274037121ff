package dev.ticketrail.order.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.order.CancellationReason;
import dev.ticketrail.order.Order;
import dev.ticketrail.order.OrderStatus;
import dev.ticketrail.order.StatusChange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client that watches one order, and what it has been told. Not thread-safe. */
class OrderStream {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final String orderId;

	private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());

	private int told;

	/** Begins with the status that the order has now; what was before is not told. */
	OrderStream(Order order) {
		this.orderId = order.id();
		this.told = StatusChange.of(order).size() - 1;
	}

	String orderId() {
		return this.orderId;
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	/** Tells what the client does not know yet, and ends after the last status. */
	void tell(Order order) throws IOException {
		List<StatusChange> changes = StatusChange.of(order);
		for (StatusChange change : changes.subList(this.told, changes.size())) {
			this.emitter.send(SseEmitter.event()
				.name("status")
				.data(new Status(this.orderId, change.status(), reason(order, change), change.at())));
		}
		this.told = changes.size();
		if (order.status().isTerminal()) {
			this.emitter.complete();
		}
	}

	/** A comment, by which a client that has left is noticed. */
	void beat() throws IOException {
		this.emitter.send(SseEmitter.event().comment("waiting"));
	}

	private static @Nullable CancellationReason reason(Order order, StatusChange change) {
		return (change.status() == OrderStatus.CANCELLED) ? order.cancellationReason() : null;
	}

	record Status(String orderId, OrderStatus status,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CancellationReason cancellationReason, Instant at) {

	}

}
