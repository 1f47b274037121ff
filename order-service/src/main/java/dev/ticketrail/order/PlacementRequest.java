package dev.ticketrail.order;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request to place an order.
 *
 * @param idempotencyKey the customer's name for this request; a repeat, also a parallel
 * one, answers with the first order as it is now
 * @param context the trace that the request belongs to, whichever thread serves it
 */
public record PlacementRequest(NewOrder order, @Nullable String idempotencyKey, ContextSnapshot context) {

	private static final ContextSnapshotFactory CONTEXTS = ContextSnapshotFactory.builder().build();

	/** A request of the trace that this thread is in. */
	public PlacementRequest(NewOrder order, @Nullable String idempotencyKey) {
		this(order, idempotencyKey, CONTEXTS.captureAll());
	}

}
