package dev.ticketrail.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * The same journeys with an empty shop, and with a million rows in every table that
 * remembers something.
 */
final class Growth implements Scenario.Measurement {

	private static final int ROWS = 1_000_000;

	private static final int CONNECTIONS = 8;

	/** The tables that grow with the orders, and what is different in each row. */
	private enum Table {

		ORDERS(ShopService.ORDER, "orders", "id"), USERS(ShopService.ORDER, "users", "id"),

		PAYMENT(ShopService.PAYMENT, "payment", "order_id", "charge_id"),

		CHARGE(ShopService.PAYMENT, "gateway.charge", "idempotency_key", "charge_id", "order_id"),

		RESERVATION(ShopService.INVENTORY, "reservation", "order_id"),

		SHIPMENT(ShopService.SHIPPING, "shipment", "order_id"),

		EMAIL(ShopService.EMAIL, "email", "email_id", "order_id"),

		EVENT_LOG(ShopService.ANALYTICS, "event_log", "event_id", "order_id"),

		ORDER_PROGRESS(ShopService.ANALYTICS, "order_progress", "order_id");

		private final ShopService service;

		private final String name;

		private final List<String> keys;

		Table(ShopService service, String name, String... keys) {
			this.service = service;
			this.name = name;
			this.keys = List.of(keys);
		}

	}

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		try (OpenShop shop = OpenShop.on(broker)) {
			journeys(shop, size);
			double empty = journeys(shop, size);
			for (Table table : Table.values()) {
				fill(shop, table.service, table.name, table.keys);
			}
			for (ShopService service : ShopService.values()) {
				fill(shop, service, "processed_event", List.of("event_id"));
			}
			shop.forget();
			double full = journeys(shop, size);
			return List.of(shop.figure("orders/s, empty", empty), shop.figure("orders/s, a million rows", full),
					shop.figure("ratio", full / empty), shop.figure("rows left in all outboxes", outboxes(shop)));
		}
	}

	private static double journeys(OpenShop shop, int size) {
		long events = logged(shop);
		long begin = System.nanoTime();
		shop.load(CONNECTIONS).place(size);
		// the last number in an index; to count the rows each time would be work of its
		// own
		OpenShop.awaitThat(() -> logged(shop) >= events + (long) History.EVENTS * size);
		double seconds = (System.nanoTime() - begin) / 1e9;
		shop.awaitEffects(size);
		shop.forget();
		return size / seconds;
	}

	private static long logged(OpenShop shop) {
		return shop.number(ShopService.ANALYTICS, "select coalesce(max(seq), 0) from event_log");
	}

	private static long outboxes(OpenShop shop) {
		long rows = 0;
		for (ShopService service : ShopService.values()) {
			rows += shop.number(service, "select count(*) from outbox");
		}
		return rows;
	}

	/** Copies rows that are there, with keys of their own, until there are enough. */
	private static void fill(OpenShop shop, ShopService service, String table, List<String> keys) throws SQLException {
		String fresh = String.join(", ", keys.stream().map((key) -> "'" + key + "', gen_random_uuid()").toList());
		try (Connection connection = shop.shop.database(service).connect();
				Statement statement = connection.createStatement()) {
			statement.execute("""
					insert into %1$s overriding user value
					select copy.*
					from (select * from %1$s limit 1000) sample, generate_series(1, %3$d / 1000) round,
						lateral jsonb_populate_record(null::%1$s,
							to_jsonb(sample) || jsonb_build_object('round', round, %2$s)) copy""".formatted(table,
					fresh, ROWS));
			statement.execute("vacuum analyze " + table);
		}
	}

}
