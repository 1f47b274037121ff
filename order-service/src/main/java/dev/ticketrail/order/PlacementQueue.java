package dev.ticketrail.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ticketrail.defaults.problem.DatabaseOutage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where orders wait for their commit. While one transaction is under way the next orders
 * gather, and then share one: fifty orders cost the database little more than one does.
 * Who comes alone does not wait.
 * <p>
 * Each answer is given after the commit. If orders cannot be placed together, each is
 * placed alone, so that nobody pays for another one's mistake.
 */
@Component
public class PlacementQueue {

	private static final int TOGETHER = 100;

	private final OrderPlacement placement;

	private final Queue<Customer> queue = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean busy = new AtomicBoolean();

	PlacementQueue(OrderPlacement placement) {
		this.placement = placement;
	}

	/**
	 * Places an order, as {@link OrderPlacement#place(PlacementRequest)} does.
	 * @param patience how long the order may wait until its transaction begins
	 * @return nothing if patience came to its end; then nothing was done
	 */
	public Optional<Order> place(PlacementRequest request, Duration patience) {
		Customer customer = new Customer(request);
		this.queue.add(customer);
		wake();
		try {
			if (!customer.served.await(patience.toNanos(), TimeUnit.NANOSECONDS) && this.queue.remove(customer)) {
				return Optional.empty();
			}
			customer.served.await();
			return Optional.of(customer.answer());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while an order was being placed", ex);
		}
	}

	private void wake() {
		if (!this.queue.isEmpty() && this.busy.compareAndSet(false, true)) {
			Thread.ofVirtual().name("placement").start(this::serve);
		}
	}

	private void serve() {
		try {
			for (List<Customer> next = next(); !next.isEmpty(); next = next()) {
				serve(next);
			}
		}
		finally {
			this.busy.set(false);
			// somebody may have come after the last look
			wake();
		}
	}

	private List<Customer> next() {
		List<Customer> next = new ArrayList<>();
		for (Customer customer = poll(next); customer != null; customer = poll(next)) {
			next.add(customer);
		}
		return next;
	}

	private @Nullable Customer poll(List<Customer> next) {
		return (next.size() < TOGETHER) ? this.queue.poll() : null;
	}

	private void serve(List<Customer> customers) {
		try {
			List<Order> orders = this.placement.place(customers.stream().map((customer) -> customer.request).toList());
			for (int i = 0; i < customers.size(); i++) {
				customers.get(i).serve(orders.get(i), null);
			}
		}
		catch (RuntimeException ex) {
			if (customers.size() > 1 && !DatabaseOutage.isBehind(ex)) {
				customers.forEach((customer) -> serve(List.of(customer)));
			}
			else {
				customers.forEach((customer) -> customer.serve(null, ex));
			}
		}
		catch (Error ex) {
			customers.forEach((customer) -> customer.serve(null, new IllegalStateException(ex)));
			throw ex;
		}
	}

	private static final class Customer {

		private final PlacementRequest request;

		private final CountDownLatch served = new CountDownLatch(1);

		private @Nullable Order order;

		private @Nullable RuntimeException failure;

		private Customer(PlacementRequest request) {
			this.request = request;
		}

		private void serve(@Nullable Order order, @Nullable RuntimeException failure) {
			this.order = order;
			this.failure = failure;
			this.served.countDown();
		}

		/** Known when {@link #served}. */
		private Order answer() {
			if (this.failure != null) {
				throw this.failure;
			}
			return Objects.requireNonNull(this.order);
		}

	}

}
