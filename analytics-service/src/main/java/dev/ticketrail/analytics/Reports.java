package dev.ticketrail.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The reports. They are sums that are kept while recording, so reading them is cheap. */
@Repository
public class Reports {

	private static final int TOP = 10;

	private static final String FIGURES = """
			select report, name, sum(value) as value from figure
			where generation = (select generation from current_generation)
			group by report, name order by report, name""";

	private static final String TOP_PRODUCTS = """
			select product_id, currency, sum(units) as units, sum(revenue) as revenue from product_sales
			where generation = (select generation from current_generation)
			group by product_id, currency order by units desc, revenue desc, product_id, currency limit ?""";

	private final JdbcClient jdbc;

	Reports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All figures, as of one moment. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Summary summary() {
		Map<String, Long> orders = zeros(Arrays.stream(OrderStatus.values()).map(Enum::name).toList());
		Map<String, Long> events = zeros(Topic.names());
		List<Money> revenue = new ArrayList<>();
		this.jdbc.sql(FIGURES).query((row) -> {
			String name = row.getString("name");
			BigDecimal value = row.getBigDecimal("value");
			switch (Changes.Report.valueOf(row.getString("report"))) {
				case ORDERS -> orders.put(name, value.longValueExact());
				case EVENTS -> events.put(name, value.longValueExact());
				case REVENUE -> revenue.add(new Money(value, name));
			}
		});
		return new Summary(orders, events, revenue, topProducts());
	}

	private List<ProductSales> topProducts() {
		return this.jdbc.sql(TOP_PRODUCTS)
			.param(TOP)
			.query((row, index) -> new ProductSales(row.getString("product_id"), row.getLong("units"),
					row.getBigDecimal("revenue"), row.getString("currency")))
			.list();
	}

	private static Map<String, Long> zeros(List<String> names) {
		Map<String, Long> counts = new LinkedHashMap<>();
		names.forEach((name) -> counts.put(name, 0L));
		return counts;
	}

	/**
	 * All reports.
	 *
	 * @param revenue what was charged and not refunded, an entry per currency
	 * @param topProducts the products of which most units were sold (in confirmed
	 * orders), an entry per product and currency
	 */
	public record Summary(Map<String, Long> ordersByStatus, Map<String, Long> eventsByType, List<Money> revenue,
			List<ProductSales> topProducts) {

	}

	public record Money(BigDecimal amount, String currency) {

	}

	public record ProductSales(String productId, long units, BigDecimal revenue, String currency) {

	}

}
