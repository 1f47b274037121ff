package dev.ticketrail.inventory;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Looks into the service's database, and stocks products for one test only. */
final class Shelf {

	private final JdbcClient jdbc;

	Shelf(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A new product without a threshold. */
	String product(int units) {
		return product(units, 0);
	}

	String product(int units, int threshold) {
		String productId = "TEST-" + UUID.randomUUID();
		this.jdbc.sql("""
				insert into stock (product_id, name, initial, available, threshold, low)
				values (?, 'Test Cup', ?, ?, ?, false)""").params(productId, units, units, threshold).update();
		return productId;
	}

	int available(String productId) {
		return this.jdbc.sql("select available from stock where product_id = ?")
			.param(productId)
			.query(Integer.class)
			.single();
	}

	Optional<String> status(String orderId) {
		return this.jdbc.sql("select status from reservation where order_id = ?")
			.param(orderId)
			.query(String.class)
			.optional();
	}

	void awaitStatus(String orderId, String status) {
		await().untilAsserted(() -> assertThat(status(orderId)).contains(status));
	}

	long withStatus(String status, String productId) {
		return this.jdbc.sql("select count(*) from reservation where status = ? and jsonb_exists(lines, ?)")
			.params(status, productId)
			.query(Long.class)
			.single();
	}

	void forgetProcessedEvents() {
		this.jdbc.sql("delete from processed_event").update();
	}

	long deadlocks() {
		return this.jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
			.query(Long.class)
			.single();
	}

	/** What is reserved is exactly what the reservations hold, for every product. */
	void balances() {
		assertThat(this.jdbc.sql("""
				select s.product_id from stock s
				left join (
					select l.key as product_id, sum(l.value::int) as held
					from reservation r, jsonb_each_text(r.lines) l
					where r.status = 'RESERVED' group by l.key) h on h.product_id = s.product_id
				where s.reserved <> coalesce(h.held, 0) or s.initial <> s.available + s.reserved or s.available < 0
				""").query(String.class).list()).as("products whose sums are wrong").isEmpty();
	}

}
