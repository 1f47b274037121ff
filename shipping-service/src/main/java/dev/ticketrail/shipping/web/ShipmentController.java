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

	/** What will never be shipped has no shipment: 404, like what is not known. */
	@GetMapping("/{orderId}")
	ShipmentView show(@PathVariable String orderId) {
		Shipment shipment = this.shipments.findById(orderId)
			.orElseThrow(
					() -> none("Nothing is known about a shipment of this order; it is shipped once it is confirmed."));
		Parcel parcel = shipment.parcel();
		if (parcel == null) {
			throw none("This order was cancelled at " + shipment.decidedAt() + " and will not be shipped.");
		}
		return ShipmentView.of(shipment, parcel);
	}

	private static ResponseStatusException none(String why) {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
	}

	/**
	 * A shipment as the world sees it. Says no name and no address: whoever has the
	 * order's id can ask.
	 *
	 * @param lateCancellationAt when a cancellation came that came too late
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ShipmentView(String orderId, Shipment.Status status, Instant shippedAt, String shipmentId, String carrier,
			String trackingNumber, List<Item> items, @Nullable Instant lateCancellationAt) {

		static ShipmentView of(Shipment shipment, Parcel parcel) {
			return new ShipmentView(shipment.orderId(), shipment.status(), shipment.decidedAt(), parcel.shipmentId(),
					parcel.carrier(), parcel.trackingNumber(), parcel.items(), shipment.lateCancellationAt());
		}

	}

}
