package dev.ticketrail.inventory;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Inventory-service's own classes; {@code Memory…} stands in for SQL. */
@Configuration(proxyBeanMethods = false)
@Import({ InventoryListeners.class, Reserving.class, Releasing.class, InventoryEvents.class, MemoryReservations.class,
		MemoryStocks.class, StockDesk.class })
public class InventoryRoom {

}
