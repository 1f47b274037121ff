package dev.ticketrail.inventory;

import java.util.Collection;
import java.util.List;

import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;

/** Stands in for the table {@code stock}, with its checks. */
class MemoryStocks extends Stocks {

	private final Table<StockLevel> rows;

	MemoryStocks(Database database) {
		super(null);
		this.rows = database.table(StockLevel.class, StockLevel::productId);
	}

	@Override
	StockRoom lock(Collection<String> productIds) {
		return new StockRoom(this.rows.findAll(productIds, (_) -> true));
	}

	@Override
	void save(StockRoom room) {
		for (Stock stock : room.stocks()) {
			StockLevel level = this.rows.find(stock.productId()).orElseThrow();
			if (level.available() < stock.taken() || level.reserved() < -stock.taken()) {
				throw new IllegalStateException("stock changed while it was locked");
			}
			put(after(level, stock));
		}
	}

	static StockLevel after(StockLevel level, Stock stock) {
		return new StockLevel(level.productId(), level.name(), level.available() - stock.taken(),
				level.reserved() + stock.taken(), level.initial(), level.threshold(), stock.low());
	}

	void put(StockLevel level) {
		this.rows.put(level);
	}

	List<StockLevel> levels() {
		return this.rows.rows();
	}

}
