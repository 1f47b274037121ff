package dev.ticketrail.events;

/**
 * A product fell below its threshold; once per fall. Published by inventory-service. Key:
 * the product's id.
 */
public record InventoryLow(String productId, String name, int available, int threshold) implements ShopEvent {

	public static final String TYPE = "inventory.low";

	public InventoryLow {
		Require.text(productId, "productId");
		Require.text(name, "name");
	}

}
