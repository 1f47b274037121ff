package dev.ticketrail.order;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Order-service's own classes; {@code Memory…} stands in for SQL. */
@Configuration(proxyBeanMethods = false)
@Import({ OrderListeners.class, OrderProgress.class, OrderPlacement.class, OrderCancellation.class, OrderEvents.class,
		UserRegistration.class, UserEvents.class, Catalogue.class, MemoryOrders.class, MemoryUsers.class,
		MemoryIdempotencyKeys.class, MemoryProducts.class, OrderDesk.class })
public class OrderRoom {

}
