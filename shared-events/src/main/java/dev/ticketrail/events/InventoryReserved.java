package dev.ticketrail.events;

import java.util.List;

/**
 * All lines are reserved, or none. Published by inventory-service. Key: the order's id.
 */
public record InventoryReserved(String orderId, List<ReservedItem> items) implements ShopEvent {

	public static final String TYPE = "inventory.reserved";

	public InventoryReserved {
		Require.text(orderId, "orderId");
		items = Require.notEmpty(items, "items");
	}

	public record ReservedItem(String productId, int quantity) {

		public ReservedItem {
			Require.text(productId, "productId");
			Require.positive(quantity, "quantity");
		}

	}

}
