package dev.ticketrail.shipping.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.events.Item;
import dev.ticketrail.shipping.Parcel;
import dev.ticketrail.shipping.Shipment;
import dev.ticketrail.shipping.Shipments;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/shipments")
class ShipmentController {

	private final Shipments shipments;

	ShipmentController(Shipments shipments) {
		this.shipments = shipments;
	}

	@GetMapping("/{orderId}")
	ShipmentView show(@PathVariable String orderId) {
		return this.shipments.findById(orderId)
			.map(ShipmentView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"Nothing is known about a shipment of this order; it is shipped once it is confirmed."));
	}

	/**
	 * A shipment as the world sees it. Says no name and no address: whoever has the
	 * order's id can ask.
	 *
	 * @param voidedAt when it was decided that the order will never be shipped
	 * @param lateCancellationAt when a cancellation came that came too late
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ShipmentView(String orderId, Shipment.Status status, @Nullable Instant shippedAt, @Nullable Instant voidedAt,
			@Nullable String shipmentId, @Nullable String carrier, @Nullable String trackingNumber,
			@Nullable List<Item> items, @Nullable Instant lateCancellationAt) {

		static ShipmentView of(Shipment shipment) {
			Parcel parcel = shipment.parcel();
			return (parcel != null)
					? new ShipmentView(shipment.orderId(), shipment.status(), shipment.decidedAt(), null,
							parcel.shipmentId(), parcel.carrier(), parcel.trackingNumber(), parcel.items(),
							shipment.lateCancellationAt())
					: new ShipmentView(shipment.orderId(), shipment.status(), null, shipment.decidedAt(), null, null,
							null, null, null);
		}

	}

}
