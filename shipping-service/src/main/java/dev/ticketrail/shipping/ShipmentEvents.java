package dev.ticketrail.shipping;

import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** Where a shipment becomes an event. */
@Component
class ShipmentEvents {

	private final Outbox outbox;

	ShipmentEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void shipped(OrderConfirmed order, Parcel parcel) {
		this.outbox.append(OrderShipped.TYPE, order.orderId(),
				new OrderShipped(order.orderId(), order.userId(), order.customer(), order.items(),
						order.shippingAddress(), parcel.shipmentId(), parcel.carrier(), parcel.trackingNumber()));
	}

}
