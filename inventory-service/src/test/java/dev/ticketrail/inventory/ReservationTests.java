package dev.ticketrail.inventory;

import java.time.Instant;
import java.util.Map;

import dev.ticketrail.inventory.Reservation.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReservationTests {

	@Test
	void cancelledReservationIsReleasedOnce() {
		Reservation reservation = reservation(Status.RESERVED);
		assertThat(reservation.cancel(Instant.EPOCH)).isTrue();
		assertThat(reservation.status()).isEqualTo(Status.RELEASED);
		assertThat(reservation.cancel(Instant.EPOCH)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESERVED")
	void whatHoldsNothingStaysAsItIs(Status status) {
		Reservation reservation = reservation(status);
		assertThat(reservation.cancel(Instant.EPOCH)).isFalse();
		assertThat(reservation.status()).isEqualTo(status);
	}

	private static Reservation reservation(Status status) {
		return new Reservation("ORD-1", status, Map.of("PROD-1", 1), Instant.EPOCH);
	}

}
