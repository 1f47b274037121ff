package dev.ticketrail.payment;

import dev.ticketrail.payment.simulator.MemoryLedger;
import dev.ticketrail.simulator.network.Chance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Payment-service's own classes and its simulated gateway; {@code Memory…} stands in for
 * SQL.
 */
@Configuration(proxyBeanMethods = false)
@Import({ PaymentListeners.class, Charging.class, ChargeIntents.class, Refunding.class, PaymentEvents.class,
		MemoryPayments.class, CallsInTurn.class, MemoryLedger.class })
public class PaymentRoom {

	@Bean
	PaymentGateway gateway(MemoryLedger ledger, Chance chance, @Qualifier("meanwhile") Runnable meanwhile) {
		return new SlowGateway(ledger.gateway(), chance, meanwhile);
	}

}
