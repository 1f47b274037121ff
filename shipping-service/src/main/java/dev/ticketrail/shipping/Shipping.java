package dev.ticketrail.shipping;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.messaging.inbox.Event;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Ships what is confirmed, once, however often the event comes, and nothing that was
 * cancelled before.
 */
@Component
class Shipping {

	private final Shipments shipments;

	private final ShipmentEvents events;

	private final ShippingSettings settings;

	private final JsonMapper json;

	private final InstantSource clock;

	Shipping(Shipments shipments, ShipmentEvents events, ShippingSettings settings, JsonMapper json,
			InstantSource clock) {
		this.shipments = shipments;
		this.events = events;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	void ship(List<Event<OrderConfirmed>> confirmed) {
		Map<String, OrderConfirmed> orders = new LinkedHashMap<>();
		confirmed.forEach((event) -> orders.putIfAbsent(event.data().orderId(), event.data()));
		Map<String, Parcel> parcels = new LinkedHashMap<>();
		orders.forEach((orderId, order) -> parcels.put(orderId, Parcel.of(order, this.settings.carrier())));
		List<String> shipped = this.shipments.ship(this.json.writeValueAsString(parcels), this.clock.instant());
		parcels.keySet().retainAll(Set.copyOf(shipped));
		orders.forEach((orderId, order) -> {
			Parcel parcel = parcels.get(orderId);
			if (parcel != null) {
				this.events.shipped(order, parcel);
			}
		});
	}

}
