package dev.ticketrail.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.ticketrail.events.InventoryRejected.Shortage;

/** The locked stock of all products that a batch is about, decided on in memory. */
final class StockRoom {

	private final Map<String, Stock> stocks = new TreeMap<>();

	StockRoom(List<StockLevel> levels) {
		levels.forEach((level) -> this.stocks.put(level.productId(), new Stock(level)));
	}

	/** What is missing for an order; a product nobody knows has no units at all. */
	List<Shortage> shortages(Demand demand) {
		List<Shortage> shortages = new ArrayList<>();
		demand.lines().forEach((productId, quantity) -> {
			Stock stock = this.stocks.get(productId);
			if (stock == null) {
				shortages.add(new Shortage(productId, quantity, 0));
			}
			else if (!stock.covers(quantity)) {
				shortages.add(new Shortage(productId, quantity, stock.available()));
			}
		});
		return shortages;
	}

	/**
	 * Takes all lines of an order, which has no {@link #shortages}.
	 * @return the products that fell below their threshold with this
	 */
	List<Stock> take(Demand demand) {
		List<Stock> fallen = new ArrayList<>();
		demand.lines().forEach((productId, quantity) -> {
			Stock stock = stock(productId);
			if (stock.take(quantity)) {
				fallen.add(stock);
			}
		});
		return fallen;
	}

	void putBack(Map<String, Integer> lines) {
		lines.forEach((productId, quantity) -> stock(productId).putBack(quantity));
	}

	Collection<Stock> stocks() {
		return this.stocks.values();
	}

	private Stock stock(String productId) {
		Stock stock = this.stocks.get(productId);
		if (stock == null) {
			throw new IllegalStateException(productId + " is not in stock's table");
		}
		return stock;
	}

}
