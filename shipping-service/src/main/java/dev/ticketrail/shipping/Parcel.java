package dev.ticketrail.shipping;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderConfirmed;

/**
 * What was handed to the carrier.
 *
 * @param shipmentId our name for it
 * @param trackingNumber the carrier's name for it
 * @param recipient whose name is on the label
 */
public record Parcel(String shipmentId, String carrier, String trackingNumber, String recipient, Address address,
		List<Item> items) {

	/** Packs an order. */
	static Parcel of(OrderConfirmed order, String carrier) {
		UUID id = UUID.randomUUID();
		String trackingNumber = "TR%016X".formatted(id.getLeastSignificantBits());
		return new Parcel("SHP-" + id, carrier, trackingNumber, order.customer().name(), order.shippingAddress(),
				order.items());
	}

}
