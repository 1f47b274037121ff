package dev.ticketrail.payment.simulator;

import java.time.InstantSource;

import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Primary;

/** Planted: a charge carries no idempotency key, so each is a new one. */
@Primary
public class LedgerWithoutChargeKeys extends MemoryLedger {

	LedgerWithoutChargeKeys(Chance chance, InstantSource time) {
		super(chance, time);
	}

	@Override
	String key(Charge charge) {
		return charge.chargeId();
	}

}
