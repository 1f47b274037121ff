package dev.ticketrail.analytics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.ticketrail.analytics.Changes.Figure;
import dev.ticketrail.analytics.Changes.Product;
import dev.ticketrail.analytics.Changes.Report;
import dev.ticketrail.analytics.Changes.Sales;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts events in the reports. The caller sees to it that an event is counted once in a
 * generation. All rows are changed in sorted order, so that batches cannot deadlock.
 */
@Component
public class Projection {

	private static final int SHARDS = 8;

	/*
	 * The row remembers its rank before, because "returning" shows only what was written:
	 * so each step of an order is counted from where it really was.
	 */
	private static final String PROGRESS = """
			with moved as (
			  insert into order_progress as o (generation, order_id, previous_rank, rank)
			  select :generation, e.order_id, 0, e.rank
			  from unnest(:orders::text[], :ranks::smallint[]) as e (order_id, rank)
			  order by e.order_id
			  on conflict (generation, order_id) do update set previous_rank = o.rank, rank = excluded.rank
			  where o.rank < excluded.rank
			  returning previous_rank, rank)
			select previous_rank, rank, count(*) as orders from moved group by previous_rank, rank""";

	private static final String FIGURES = """
			insert into figure as f (generation, report, name, shard, value)
			select :generation, e.report, e.name, pg_backend_pid() % :shards, e.value
			from unnest(:reports::text[], :names::text[], :values::numeric[]) as e (report, name, value)
			order by e.report, e.name
			on conflict (generation, report, name, shard) do update set value = f.value + excluded.value""";

	private static final String SALES = """
			insert into product_sales as s (generation, product_id, currency, shard, units, revenue)
			select :generation, e.product_id, e.currency, pg_backend_pid() % :shards, e.units, e.revenue
			from unnest(:products::text[], :currencies::text[], :units::bigint[], :revenues::numeric[])
			  as e (product_id, currency, units, revenue)
			order by e.product_id, e.currency
			on conflict (generation, product_id, currency, shard)
			  do update set units = s.units + excluded.units, revenue = s.revenue + excluded.revenue""";

	private final JdbcClient jdbc;

	Projection(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts events in the reports of a generation. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void project(int generation, Collection<LoggedEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		Changes changes = Changes.of(events);
		advance(generation, changes);
		add(generation, changes.figures());
		sell(generation, changes.sales());
	}

	/** Moves orders forward, and counts from which status to which they moved. */
	private void advance(int generation, Changes changes) {
		if (changes.ranks().isEmpty()) {
			return;
		}
		List<Map.Entry<String, Integer>> ranks = List.copyOf(changes.ranks().entrySet());
		this.jdbc.sql(PROGRESS)
			.param("generation", generation)
			.param("orders", texts(ranks, Map.Entry::getKey))
			.param("ranks", texts(ranks, Map.Entry::getValue))
			.query((row) -> {
				BigDecimal orders = row.getBigDecimal("orders");
				int before = row.getInt("previous_rank");
				if (before > 0) {
					changes.count(Report.ORDERS, OrderStatus.ofRank(before).name(), orders.negate());
				}
				changes.count(Report.ORDERS, OrderStatus.ofRank(row.getInt("rank")).name(), orders);
			});
	}

	private void add(int generation, Map<Figure, BigDecimal> figures) {
		List<Map.Entry<Figure, BigDecimal>> rows = List.copyOf(figures.entrySet());
		this.jdbc.sql(FIGURES)
			.param("generation", generation)
			.param("shards", SHARDS)
			.param("reports", texts(rows, (row) -> row.getKey().report()))
			.param("names", texts(rows, (row) -> row.getKey().name()))
			.param("values", texts(rows, Map.Entry::getValue))
			.update();
	}

	private void sell(int generation, Map<Product, Sales> sales) {
		if (sales.isEmpty()) {
			return;
		}
		List<Map.Entry<Product, Sales>> rows = List.copyOf(sales.entrySet());
		this.jdbc.sql(SALES)
			.param("generation", generation)
			.param("shards", SHARDS)
			.param("products", texts(rows, (row) -> row.getKey().productId()))
			.param("currencies", texts(rows, (row) -> row.getKey().currency()))
			.param("units", texts(rows, (row) -> row.getValue().units()))
			.param("revenues", texts(rows, (row) -> row.getValue().revenue()))
			.update();
	}

	private static <T> String[] texts(List<T> rows, Function<T, Object> column) {
		return rows.stream().map((row) -> column.apply(row).toString()).toArray(String[]::new);
	}

}
