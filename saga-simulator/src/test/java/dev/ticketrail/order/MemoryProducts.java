package dev.ticketrail.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.ticketrail.simulator.memory.Copy;

/** Stands in for the table {@code products}. */
class MemoryProducts implements Products {

	private static final List<Product> ALL = List.of(product("PLENTY", "29.99"), product("SCARCE", "18.00"),
			product("GONE", "45.00"));

	private static Product product(String id, String price) {
		return Copy.read(Product.class, Map.of("id", id, "name", "A " + id, "price", new BigDecimal(price)));
	}

	@Override
	public List<Product> findAllByOrderById() {
		return ALL;
	}

}
