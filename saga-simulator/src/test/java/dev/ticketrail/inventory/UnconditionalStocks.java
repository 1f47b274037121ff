package dev.ticketrail.inventory;

import java.util.Collection;

import dev.ticketrail.simulator.memory.Database;

import org.springframework.context.annotation.Primary;

/**
 * Planted: decides by what it knew in the morning, and the update asks for no condition.
 */
@Primary
public class UnconditionalStocks extends MemoryStocks {

	UnconditionalStocks(Database database) {
		super(database);
	}

	@Override
	StockRoom lock(Collection<String> productIds) {
		return new StockRoom(levels().stream()
			.filter((level) -> productIds.contains(level.productId()))
			.map((level) -> new StockLevel(level.productId(), level.name(), level.initial(), level.reserved(),
					level.initial(), level.threshold(), level.low()))
			.toList());
	}

	@Override
	void save(StockRoom room) {
		room.stocks()
			.forEach((stock) -> levels().stream()
				.filter((level) -> level.productId().equals(stock.productId()))
				.forEach((level) -> put(after(level, stock))));
	}

}
