package dev.ticketrail.order;

import java.math.BigDecimal;

/**
 * One product of an order.
 *
 * @param name the product's, as it was when the order was placed
 * @param price of one unit, as it was when the order was placed
 */
public record OrderLine(String productId, String name, int quantity, BigDecimal price) {

	BigDecimal amount() {
		return this.price.multiply(BigDecimal.valueOf(this.quantity));
	}

}
