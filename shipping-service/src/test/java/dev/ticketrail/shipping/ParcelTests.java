package dev.ticketrail.shipping;

import dev.ticketrail.events.OrderConfirmed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParcelTests {

	@Test
	void parcelHoldsWhatWasOrderedAndGoesWhereTheCustomerLives() {
		OrderConfirmed order = Orders.confirmed();
		Parcel parcel = Parcel.of(order, "Pigeon Post");
		assertThat(parcel.items()).isEqualTo(order.items());
		assertThat(parcel.address()).isEqualTo(order.shippingAddress());
		assertThat(parcel.recipient()).isEqualTo("Ada Smith");
		assertThat(parcel.carrier()).isEqualTo("Pigeon Post");
		assertThat(parcel.shipmentId()).startsWith("SHP-");
		assertThat(parcel.trackingNumber()).matches("TR[0-9A-F]{16}");
	}

	@Test
	void everyParcelHasItsOwnNames() {
		OrderConfirmed order = Orders.confirmed();
		Parcel one = Parcel.of(order, "Pigeon Post");
		Parcel other = Parcel.of(order, "Pigeon Post");
		assertThat(one.shipmentId()).isNotEqualTo(other.shipmentId());
		assertThat(one.trackingNumber()).isNotEqualTo(other.trackingNumber());
	}

}
