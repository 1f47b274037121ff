package dev.ticketrail.inventory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.ticketrail.events.InventoryRejected.Shortage;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.Event;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reserves what was ordered. Each order gets all its lines or none, once, however often
 * its event comes; first come, first served, as far as one batch can see.
 */
@Component
class Reserving {

	private final Reservations reservations;

	private final Stocks stocks;

	private final InventoryEvents events;

	private final JsonMapper json;

	private final InstantSource clock;

	Reserving(Reservations reservations, Stocks stocks, InventoryEvents events, JsonMapper json, InstantSource clock) {
		this.reservations = reservations;
		this.stocks = stocks;
		this.events = events;
		this.json = json;
		this.clock = clock;
	}

	void reserve(List<Event<OrderPlaced>> placed) {
		List<Demand> demands = unseen(placed);
		if (demands.isEmpty()) {
			return;
		}
		StockRoom room = this.stocks.lock(productsOf(demands));
		List<String> rejected = new ArrayList<>();
		for (Demand demand : demands) {
			List<Shortage> shortages = room.shortages(demand);
			if (shortages.isEmpty()) {
				List<Stock> fallen = room.take(demand);
				this.events.reserved(demand);
				fallen.forEach(this.events::low);
			}
			else {
				rejected.add(demand.orderId());
				this.events.rejected(demand, shortages);
			}
		}
		this.stocks.save(room);
		if (!rejected.isEmpty()) {
			this.reservations.reject(rejected.toArray(String[]::new));
		}
	}

	/** The orders that nobody has decided on, in the order in which they were placed. */
	private List<Demand> unseen(List<Event<OrderPlaced>> placed) {
		Map<String, Demand> demands = new LinkedHashMap<>();
		placed.stream()
			.sorted(Comparator.comparing(Event::occurredAt))
			.map((event) -> Demand.of(event.data()))
			.forEach((demand) -> demands.putIfAbsent(demand.orderId(), demand));
		demands.keySet()
			.retainAll(Set.copyOf(
					this.reservations.reserve(this.json.writeValueAsString(demands.values()), this.clock.instant())));
		return List.copyOf(demands.values());
	}

	private static Set<String> productsOf(List<Demand> demands) {
		Set<String> productIds = new TreeSet<>();
		demands.forEach((demand) -> productIds.addAll(demand.lines().keySet()));
		return productIds;
	}

}
