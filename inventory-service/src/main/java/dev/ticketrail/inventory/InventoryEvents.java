package dev.ticketrail.inventory;

import java.util.List;

import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryRejected.Shortage;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.InventoryReserved.ReservedItem;
import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** Where stock and reservations become events. */
@Component
class InventoryEvents {

	private final Outbox outbox;

	InventoryEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void reserved(Demand demand) {
		List<ReservedItem> items = demand.lines()
			.entrySet()
			.stream()
			.map((line) -> new ReservedItem(line.getKey(), line.getValue()))
			.toList();
		this.outbox.append(InventoryReserved.TYPE, demand.orderId(), new InventoryReserved(demand.orderId(), items));
	}

	void rejected(Demand demand, List<Shortage> shortages) {
		this.outbox.append(InventoryRejected.TYPE, demand.orderId(),
				new InventoryRejected(demand.orderId(), shortages));
	}

	void low(Stock stock) {
		this.outbox.append(InventoryLow.TYPE, stock.productId(),
				new InventoryLow(stock.productId(), stock.name(), stock.available(), stock.threshold()));
	}

}
