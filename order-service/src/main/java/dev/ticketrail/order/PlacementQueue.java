package dev.ticketrail.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ticketrail.defaults.problem.DatabaseOutage;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Where orders wait for their commit. While one transaction is under way the next orders
 * gather, and then share one: fifty orders cost the database little more than one does.
 * Who comes alone does not wait.
 * <p>
 * Each answer is given after the commit. If orders cannot be placed together, each is
 * placed alone, so that nobody pays for another one's mistake.
 */
@Component
public class PlacementQueue implements AutoCloseable {

	private static final int TOGETHER = 100;

	private final OrderPlacement placement;

	private final Queue<Customer> queue = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * A thread of the platform's: a virtual one would wait behind the requests of a
	 * crowd.
	 */
	private final ExecutorService lane = Executors
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
		Customer customer = new Customer(request, new CompletableFuture<>());
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
			inHand.forEach((customer) -> customer.order
				.completeExceptionally(new IllegalStateException("Placing orders has failed")));
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
			List<Order> orders = this.placement.place(customers.stream().map(Customer::request).toList());
			for (int i = 0; i < customers.size(); i++) {
				customers.get(i).order.complete(orders.get(i));
			}
		}
		catch (RuntimeException ex) {
			if (customers.size() > 1 && isOneCustomersOwn(ex)) {
				serveAlone(customers);
				return;
			}
			if (ex instanceof CannotCreateTransactionException) {
				gatherAll(customers);
			}
			customers.forEach((customer) -> customer.order.completeExceptionally(ex));
		}
	}

	/** Who waits has waited for this connection, too, and would for the next one. */
	private void gatherAll(List<Customer> customers) {
		for (Customer customer = this.queue.poll(); customer != null; customer = this.queue.poll()) {
			customers.add(customer);
		}
	}

	private void serveAlone(List<Customer> customers) {
		RuntimeException outage = null;
		for (Customer customer : customers) {
			try {
				if (outage != null) {
					throw outage;
				}
				customer.order.complete(this.placement.place(List.of(customer.request)).getFirst());
			}
			catch (RuntimeException ex) {
				outage = isOneCustomersOwn(ex) ? null : ex;
				customer.order.completeExceptionally(ex);
			}
		}
	}

	/** Whoever waits for a lock waits for somebody who has the same key. */
	private static boolean isOneCustomersOwn(RuntimeException ex) {
		return ex instanceof PessimisticLockingFailureException || !DatabaseOutage.isBehind(ex);
	}

	@Override
	public void close() {
		this.lane.shutdown();
	}

	private record Customer(PlacementRequest request, CompletableFuture<Order> order) {

		/** An interrupt ends the wait, as patience does. */
		private boolean isServedWithin(Duration patience) {
			try {
				this.order.get(patience.toNanos(), TimeUnit.NANOSECONDS);
				return true;
			}
			catch (ExecutionException _) {
				return true;
			}
			catch (TimeoutException _) {
				return false;
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		/** Comes for certain once the order has left the queue. */
		private Order answer() {
			try {
				return this.order.join();
			}
			catch (CompletionException ex) {
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
			}
		}

	}

}
