package dev.ticketrail.order;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

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

	private volatile @Nullable Snapshot latest;

	Catalogue(Products products) {
		this.products = products;
	}

	/** All products, by id. */
	public List<Product> products() {
		Snapshot snapshot = this.latest;
		if (snapshot == null || snapshot.isStale()) {
			snapshot = new Snapshot(this.products.findAllByOrderById(), System.nanoTime());
			this.latest = snapshot;
		}
		return snapshot.products();
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

		private boolean isStale() {
			return System.nanoTime() - this.readAt > TimeUnit.SECONDS.toNanos(SECONDS_REMEMBERED);
		}

	}

}
