package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;

import dev.ticketrail.simulator.memory.Database;

import org.springframework.context.annotation.Primary;

/** Planted: an order that is cancelled before it was placed is not remembered. */
@Primary
public class PaymentsThatForget extends MemoryPayments {

	PaymentsThatForget(Database database) {
		super(database);
	}

	@Override
	public void voidUnknown(String[] orderIds, BigDecimal[] amounts, String[] currencies, String[] reasons,
			Instant now) {
		// "we have no such order, so there is nothing to do"
	}

}
