package dev.ticketrail.order;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PlacementQueueTests {

	private static final PlacementRequest REQUEST = new PlacementRequest(new NewOrder(new NewOrder.KnownUser("USR-1"),
			List.of(new NewOrder.Item("PROD-001", 1)), new ShippingAddress("123 Main St", "London", "EC1A 1BB"), null),
			null);

	private final CountDownLatch gathered = new CountDownLatch(1);

	private final AtomicInteger transactions = new AtomicInteger();

	private final Queue<RuntimeException> refusals = new ConcurrentLinkedQueue<>();

	@Test
	void whoWaitsBehindADatabaseThatGivesNoConnectionIsRefusedWithTheFirst() throws Exception {
		try (PlacementQueue queue = new PlacementQueue(new WithoutAConnection())) {
			List<Thread> customers = Stream.generate(() -> Thread.ofPlatform().start(() -> order(queue)))
				.limit(5)
				.toList();
			await().until(
					() -> customers.stream().allMatch((customer) -> customer.getState() == Thread.State.TIMED_WAITING));
			this.gathered.countDown();
			for (Thread customer : customers) {
				customer.join();
			}
		}
		assertThat(this.refusals).hasSize(5).allMatch(CannotCreateTransactionException.class::isInstance);
		assertThat(this.transactions).hasValue(1);
	}

	private void order(PlacementQueue queue) {
		try {
			queue.place(REQUEST, Duration.ofSeconds(20));
		}
		catch (RuntimeException ex) {
			this.refusals.add(ex);
		}
	}

	private final class WithoutAConnection extends OrderPlacement {

		WithoutAConnection() {
			super(null, null, null, null, null, null);
		}

		@Override
		void check(NewOrder wanted) {
		}

		@Override
		public List<Order> place(List<PlacementRequest> requests) {
			PlacementQueueTests.this.transactions.incrementAndGet();
			try {
				PlacementQueueTests.this.gathered.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			throw new CannotCreateTransactionException("no connection");
		}

	}

}
