package dev.ticketrail.payment.simulator;

import java.time.InstantSource;
import java.util.Optional;

import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Primary;

/** Planted: a refund carries no idempotency key, so each is a new one. */
@Primary
public class LedgerWithoutRefundKeys extends MemoryLedger {

	LedgerWithoutRefundKeys(Chance chance, InstantSource time) {
		super(chance, time);
	}

	@Override
	Optional<String> refund(String chargeId, String refundKey, String refundId) {
		return bookings().values()
			.stream()
			.filter((booking) -> booking.charge().chargeId().equals(chargeId))
			.findFirst()
			.map((booking) -> {
				booking.refunds().put(refundId, refundId);
				return refundId;
			});
	}

}
