package dev.ticketrail.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What we sell, and for how much. Remembered for {@value #SECONDS_REMEMBERED} seconds:
 * every order asks, and prices change rarely. A price changed in the database is charged
 * from then on.
 */
@Component
public class Catalogue {

	static final int SECONDS_REMEMBERED = 10;

	private final Products products;

	private final InstantSource clock;

	private volatile Snapshot latest = new Snapshot(List.of(), Instant.MIN);

	Catalogue(Products products, InstantSource clock) {
		this.products = products;
		this.clock = clock;
	}

	/** All products, by id. */
	public List<Product> products() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.latest.staleAt())) {
			this.latest = new Snapshot(this.products.findAllByOrderById(),
					now.plus(Duration.ofSeconds(SECONDS_REMEMBERED)));
		}
		return this.latest.products();
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

	private record Snapshot(List<Product> products, Instant staleAt) {

	}

}
