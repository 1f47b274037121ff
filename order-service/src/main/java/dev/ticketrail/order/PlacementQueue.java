package dev.ticketrail.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ticketrail.defaults.problem.DatabaseOutage;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.PessimisticLockingFailureException;
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

	/**
	 * A thread of the platform's: a virtual one would wait behind the requests of a
	 * crowd.
	 */
	private final Executor lane = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("placement").factory());

	PlacementQueue(OrderPlacement placement) {
		this.placement = placement;
	}

	/**
	 * Places an order, as {@link OrderPlacement} does.
	 * @param patience how long the order may wait until its transaction begins
	 * @return nothing if patience came to its end; then nothing was done
	 */
	public Optional<Order> place(PlacementRequest request, Duration patience) {
		this.placement.check(request.order());
		Customer customer = new Customer(request);
		this.queue.add(customer);
		wake();
		if (!customer.isServedWithin(patience) && this.queue.remove(customer)) {
			return Optional.empty();
		}
		return Optional.of(customer.answer());
	}

	private void wake() {
		if (!this.queue.isEmpty() && this.busy.compareAndSet(false, true)) {
			this.lane.execute(this::serve);
		}
	}

	private void serve() {
		List<Customer> inHand = new ArrayList<>(TOGETHER);
		try {
			while (gather(inHand)) {
				serveTogether(inHand);
				inHand.clear();
			}
		}
		finally {
			inHand.forEach((customer) -> customer.serve(new IllegalStateException("Placing orders has failed")));
			this.busy.set(false);
			// somebody may have come after the last look
			wake();
		}
	}

	private boolean gather(List<Customer> customers) {
		Customer customer = this.queue.poll();
		while (customer != null) {
			customers.add(customer);
			customer = (customers.size() < TOGETHER) ? this.queue.poll() : null;
		}
		return !customers.isEmpty();
	}

	private void serveTogether(List<Customer> customers) {
		try {
			List<Order> orders = this.placement.place(customers.stream().map((customer) -> customer.request).toList());
			for (int i = 0; i < customers.size(); i++) {
				customers.get(i).serve(orders.get(i));
			}
		}
		catch (RuntimeException ex) {
			if (customers.size() > 1 && isOneCustomersOwn(ex)) {
				serveAlone(customers);
			}
			else {
				customers.forEach((customer) -> customer.serve(ex));
			}
		}
	}

	private void serveAlone(List<Customer> customers) {
		RuntimeException outage = null;
		for (Customer customer : customers) {
			try {
				if (outage != null) {
					throw outage;
				}
				customer.serve(this.placement.place(List.of(customer.request)).getFirst());
			}
			catch (RuntimeException ex) {
				outage = isOneCustomersOwn(ex) ? null : ex;
				customer.serve(ex);
			}
		}
	}

	/** Whoever waits for a lock waits for somebody who has the same key. */
	private static boolean isOneCustomersOwn(RuntimeException ex) {
		return ex instanceof PessimisticLockingFailureException || !DatabaseOutage.isBehind(ex);
	}

	private static final class Customer {

		private final PlacementRequest request;

		private final CountDownLatch served = new CountDownLatch(1);

		private @Nullable Order order;

		private @Nullable RuntimeException failure;

		private Customer(PlacementRequest request) {
			this.request = request;
		}

		private void serve(Order order) {
			this.order = order;
			this.served.countDown();
		}

		private void serve(RuntimeException failure) {
			if (this.order == null) {
				this.failure = failure;
				this.served.countDown();
			}
		}

		/** An interrupt ends the wait, as patience does. */
		private boolean isServedWithin(Duration patience) {
			try {
				return this.served.await(patience.toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		/** Comes for certain once the order has left the queue. */
		private Order answer() {
			boolean interrupted = false;
			while (true) {
				try {
					this.served.await();
					break;
				}
				catch (InterruptedException _) {
					interrupted = true;
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
			if (this.failure != null) {
				throw this.failure;
			}
			return Objects.requireNonNull(this.order);
		}

	}

}
