package dev.ticketrail.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of stock. A batch of orders costs two statements, however many orders and
 * products are in it.
 */
@Repository
public class Stocks {

	private static final String COLUMNS = " product_id, name, available, reserved, initial, threshold, low ";

	private final JdbcClient jdbc;

	Stocks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	public List<StockLevel> all() {
		return this.jdbc.sql("select" + COLUMNS + "from stock order by product_id").query(StockLevel.class).list();
	}

	@Transactional(readOnly = true)
	public Optional<StockLevel> find(String productId) {
		return this.jdbc.sql("select" + COLUMNS + "from stock where product_id = :productId")
			.param("productId", productId)
			.query(StockLevel.class)
			.optional();
	}

	/**
	 * Adds units that came in.
	 * @return the new level, or nothing where nobody knows the product
	 * @throws org.springframework.dao.DataIntegrityViolationException where the product
	 * would have more units than it can
	 */
	@Transactional
	public Optional<StockLevel> restock(String productId, int quantity) {
		return this.jdbc.sql("""
				update stock
				set initial = initial + :quantity, available = available + :quantity,
					low = low and available + :quantity <= threshold
				where product_id = :productId
				returning""" + COLUMNS)
			.param("productId", productId)
			.param("quantity", quantity)
			.query(StockLevel.class)
			.optional();
	}

	/**
	 * Locks the stock of these products, in the order of their ids: two batches that want
	 * the same products wait for each other and never deadlock.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	StockRoom lock(Collection<String> productIds) {
		return new StockRoom(this.jdbc
			.sql("select" + COLUMNS + "from stock where product_id = any(?) order by product_id for update")
			.param(productIds.toArray(String[]::new))
			.query(StockLevel.class)
			.list());
	}

	/**
	 * Writes what was taken from and put back into a locked room. The condition repeats
	 * what was decided in memory: should a lock ever be missing, the batch fails instead
	 * of selling what is not there.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void save(StockRoom room) {
		List<Stock> changed = room.stocks().stream().filter((stock) -> stock.taken() != 0).toList();
		int written = this.jdbc.sql("""
				update stock s
				set available = s.available - c.taken, reserved = s.reserved + c.taken, low = c.low
				from unnest(?, ?, ?) as c(product_id, taken, low)
				where s.product_id = c.product_id and s.available >= c.taken and s.reserved >= -c.taken
				""")
			.param(changed.stream().map(Stock::productId).toArray(String[]::new))
			.param(changed.stream().map(Stock::taken).toArray(Integer[]::new))
			.param(changed.stream().map(Stock::low).toArray(Boolean[]::new))
			.update();
		if (written != changed.size()) {
			throw new IllegalStateException("stock changed while it was locked");
		}
	}

}
