package dev.ticketrail.inventory;

import java.util.List;

import dev.ticketrail.testing.invariants.Facts;

/** Where stock comes in, and what inventory-service knows in the end. */
public class StockDesk {

	private final MemoryStocks stocks;

	private final MemoryReservations reservations;

	StockDesk(MemoryStocks stocks, MemoryReservations reservations) {
		this.stocks = stocks;
		this.reservations = reservations;
	}

	public void stock(String productId, int units) {
		this.stocks.put(new StockLevel(productId, "A " + productId, units, 0, units, 2, units < 2));
	}

	public List<Facts.Stock> stock() {
		return this.stocks.levels()
			.stream()
			.map((level) -> new Facts.Stock(level.productId(), level.initial(), level.available(), level.reserved()))
			.toList();
	}

	public List<Facts.Reservation> reservations() {
		return this.reservations.facts();
	}

}
