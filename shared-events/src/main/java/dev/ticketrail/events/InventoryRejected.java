package dev.ticketrail.events;

import java.util.List;

/**
 * Nothing was reserved: a business answer, not an error. Published by inventory-service.
 * Key: the order's id.
 */
public record InventoryRejected(String orderId, List<Shortage> shortages) implements ShopEvent {

	public static final String TYPE = "inventory.rejected";

	public InventoryRejected {
		Require.text(orderId, "orderId");
		shortages = Require.notEmpty(shortages, "shortages");
	}

	/**
	 * One product that was short.
	 *
	 * @param available units at the time of the refusal
	 */
	public record Shortage(String productId, int requested, int available) {

		public Shortage {
			Require.text(productId, "productId");
			Require.positive(requested, "requested");
		}

	}

}
