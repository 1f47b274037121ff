package dev.ticketrail.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.ticketrail.simulator.memory.Copy;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import dev.ticketrail.testing.invariants.Facts;

/** Stands in for the table {@code orders}. */
class MemoryOrders extends UnusedCrud<Order> implements Orders {

	private final Table<Order> rows;

	MemoryOrders(Database database) {
		this.rows = database.table(Order.class, Order::id);
	}

	@Override
	public <S extends Order> S save(S order) {
		this.rows.put(order);
		return order;
	}

	@Override
	public Optional<Order> findById(String id) {
		return this.rows.find(id);
	}

	@Override
	public List<Order> lock(String... ids) {
		return this.rows.findAll(List.of(ids), (_) -> true);
	}

	@Override
	public List<StuckOrder> waitingSinceBefore(Instant limit) {
		throw new UnsupportedOperationException("The invariants say what is stuck");
	}

	List<Facts.Order> facts() {
		return this.rows.rows()
			.stream()
			.map((order) -> new Facts.Order(order.id(), order.buyer().email(), order.status().name(), order.total(),
					order.placedAt(), order.history().getLast().at(), (boolean) Copy.get(order, "refunded")))
			.toList();
	}

}
