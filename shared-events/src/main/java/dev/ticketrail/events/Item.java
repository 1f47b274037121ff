package dev.ticketrail.events;

import java.math.BigDecimal;

/**
 * A line of an order.
 *
 * @param price of one unit, in the order's currency, two decimals
 */
public record Item(String productId, int quantity, BigDecimal price) {

	public Item {
		Require.text(productId, "productId");
		Require.positive(quantity, "quantity");
		price = Require.money(price, "price");
	}

}
