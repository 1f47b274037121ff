package dev.ticketrail.inventory;

import java.util.SortedMap;
import java.util.TreeMap;

import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderPlaced;

/**
 * What one order asks for.
 *
 * @param lines units by product; a product that an order names twice is added up
 */
record Demand(String orderId, SortedMap<String, Integer> lines) {

	static Demand of(OrderPlaced order) {
		SortedMap<String, Integer> lines = new TreeMap<>();
		for (Item item : order.items()) {
			lines.merge(item.productId(), item.quantity(), Demand::sum);
		}
		return new Demand(order.orderId(), lines);
	}

	/** More than fits in an int is more than any stock can hold: refused either way. */
	private static int sum(int one, int other) {
		return (int) Math.min((long) one + other, Integer.MAX_VALUE);
	}

}
