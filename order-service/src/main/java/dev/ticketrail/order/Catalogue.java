package dev.ticketrail.order;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What we sell, and for how much. Remembered for {@value #SECONDS_REMEMBERED} seconds:
 * every order asks, and prices change rarely. Not promised: that a price that changed in
 * the database is charged at once.
 */
@Component
public class Catalogue {

	static final int SECONDS_REMEMBERED = 10;

	private final Products products;

	private final LongSupplier nanoTime;

	private final AtomicReference<@Nullable CompletableFuture<Snapshot>> reading = new AtomicReference<>();

	private volatile @Nullable Snapshot latest;

	@Autowired
	Catalogue(Products products) {
		this(products, System::nanoTime);
	}

	Catalogue(Products products, LongSupplier nanoTime) {
		this.products = products;
		this.nanoTime = nanoTime;
	}

	/**
	 * All products, by id. One caller reads them for all: a crowd that asks at the same
	 * time would take every connection to the database. What is known already is good
	 * enough meanwhile; who comes first waits, and shares the answer or the failure.
	 */
	public List<Product> products() {
		Snapshot known = this.latest;
		if (known != null && !isStale(known)) {
			return known.products();
		}
		CompletableFuture<Snapshot> mine = new CompletableFuture<>();
		CompletableFuture<Snapshot> another = this.reading.compareAndExchange(null, mine);
		if (another == null) {
			mine.completeAsync(this::read, Runnable::run);
			this.reading.set(null);
			return answer(mine);
		}
		return (known != null) ? known.products() : answer(another);
	}

	/** Another caller may have read since this one looked. */
	private Snapshot read() {
		Snapshot snapshot = this.latest;
		if (snapshot == null || isStale(snapshot)) {
			snapshot = new Snapshot(this.products.findAllByOrderById(), this.nanoTime.getAsLong());
			this.latest = snapshot;
		}
		return snapshot;
	}

	private static List<Product> answer(CompletableFuture<Snapshot> outcome) {
		try {
			return outcome.join().products();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private boolean isStale(Snapshot snapshot) {
		return this.nanoTime.getAsLong() - snapshot.readAt() > TimeUnit.SECONDS.toNanos(SECONDS_REMEMBERED);
	}

	/**
	 * Finds a product.
	 * @throws OrderRefusedException where we do not sell it
	 */
	Product product(String id) {
		return products().stream()
			.filter((product) -> product.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new OrderRefusedException("There is no product " + id + "; see GET /products"));
	}

	private record Snapshot(List<Product> products, long readAt) {

	}

}
