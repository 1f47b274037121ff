package dev.ticketrail.order;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CatalogueTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final AtomicLong now = new AtomicLong(1);

	private final Catalogue catalogue = new Catalogue(this::slowly, this.now::get);

	private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

	private final ExecutorService customers = Executors.newThreadPerTaskExecutor((task) -> {
		Thread thread = Thread.ofVirtual().unstarted(task);
		this.threads.add(thread);
		return thread;
	});

	private volatile CountDownLatch answer = new CountDownLatch(1);

	private volatile boolean away;

	@AfterEach
	void sendEverybodyHome() {
		this.answer.countDown();
		this.customers.close();
	}

	@Test
	void crowdThatComesFirstReadsOnce() throws Exception {
		for (Future<List<Product>> look : crowd()) {
			assertThat(look.get()).isEmpty();
		}
		assertThat(this.reads).hasValue(1);
	}

	/** Each would have waited for a connection, one after the other. */
	@Test
	void crowdThatComesFirstSharesTheFailure() throws Exception {
		this.away = true;
		for (Future<List<Product>> look : crowd()) {
			assertThatThrownBy(look::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("away");
		}
		assertThat(this.reads).hasValue(1);
		this.away = false;
		assertThat(this.catalogue.products()).isEmpty();
	}

	@Test
	void whileOneReadsAnewNobodyWaits() {
		this.answer.countDown();
		this.catalogue.products();
		this.answer = new CountDownLatch(1);
		this.now.addAndGet(TimeUnit.SECONDS.toNanos(Catalogue.SECONDS_REMEMBERED) + 1);
		this.customers.submit(this.catalogue::products);
		await().until(() -> this.reads.get() == 2);
		assertTimeoutPreemptively(Duration.ofSeconds(10), this.catalogue::products);
		assertThat(this.reads).hasValue(2);
	}

	/** A hundred who all wait before the first answer comes. */
	private List<Future<List<Product>>> crowd() {
		List<Future<List<Product>>> looks = Stream.generate(() -> this.customers.submit(this.catalogue::products))
			.limit(100)
			.toList();
		await().until(() -> this.threads.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
		this.answer.countDown();
		return looks;
	}

	private List<Product> slowly() {
		this.reads.incrementAndGet();
		try {
			this.answer.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		if (this.away) {
			throw new IllegalStateException("away");
		}
		return List.of();
	}

}
