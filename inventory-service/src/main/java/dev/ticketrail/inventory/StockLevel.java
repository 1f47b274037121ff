package dev.ticketrail.inventory;

/**
 * How much there is of a product. Always {@code initial = available + reserved}.
 *
 * @param available units that can still be ordered
 * @param reserved units that belong to an order, shipped or not
 * @param initial all units that ever came in, restocks included
 * @param threshold below this many available units the product is low
 * @param low it fell below the threshold and has not been above it since
 */
public record StockLevel(String productId, String name, int available, int reserved, int initial, int threshold,
		boolean low) {

}
