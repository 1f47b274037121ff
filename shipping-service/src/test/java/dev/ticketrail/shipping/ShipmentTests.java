package dev.ticketrail.shipping;

import java.time.Instant;

import dev.ticketrail.shipping.Shipment.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShipmentTests {

	private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");

	@Test
	void lateCancellationIsNewsOnce() {
		Shipment shipment = new Shipment("ORD-1", Status.SHIPPED, NOW, Parcel.of(Orders.confirmed(), "Pigeon Post"));
		assertThat(shipment.cancel(NOW)).isTrue();
		assertThat(shipment.cancel(NOW.plusSeconds(60))).isFalse();
		assertThat(shipment.status()).isEqualTo(Status.SHIPPED);
		assertThat(shipment.lateCancellationAt()).isEqualTo(NOW);
	}

	@Test
	void cancellingAgainWhatIsVoidedIsNoNews() {
		Shipment shipment = new Shipment("ORD-1", Status.VOIDED, NOW, null);
		assertThat(shipment.cancel(NOW)).isFalse();
		assertThat(shipment.status()).isEqualTo(Status.VOIDED);
		assertThat(shipment.lateCancellationAt()).isNull();
	}

}
