package dev.ticketrail.shipping;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Shipping-service's own classes; {@code Memory…} stands in for SQL. */
@Configuration(proxyBeanMethods = false)
@Import({ ShippingListeners.class, Shipping.class, Holding.class, ShipmentEvents.class, MemoryShipments.class })
public class ShippingRoom {

	@Bean
	ShippingSettings settings() {
		return new ShippingSettings("Simulated Post");
	}

}
