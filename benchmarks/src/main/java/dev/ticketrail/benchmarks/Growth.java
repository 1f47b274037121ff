package dev.ticketrail.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * The same journeys with an empty shop, and with a million rows in every table that
 * remembers something.
 */
final class Growth implements Scenario.Measurement {

	private static final int ROWS = 1_000_000;

	/** Rows that are copied until there are enough. */
	private static final int SAMPLE = 1000;

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
		if (size < SAMPLE) {
			throw new IllegalArgumentException("growth takes a size of " + SAMPLE + " or more");
		}
		try (OpenShop shop = OpenShop.on(broker)) {
			journeys(shop, size);
			Journeys empty = journeys(shop, size);
			Stream.of(ShopService.values()).parallel().forEach((service) -> fill(shop, service));
			writeItAll(shop);
			journeys(shop, size);
			Journeys full = journeys(shop, size);
			return List.of(shop.figure("orders/s, empty", empty.perSecond),
					shop.figure("orders/s, a million rows", full.perSecond),
					shop.figure("ratio", full.perSecond / empty.perSecond),
					shop.figure("CPU ms an order to its last event, empty", empty.cpu),
					shop.figure("of which postgres, empty", empty.postgres),
					shop.figure("CPU ms an order to its last event, a million rows", full.cpu),
					shop.figure("of which postgres, a million rows", full.postgres),
					shop.figure("rows left in all outboxes", shop.sum("select count(*) from outbox")));
		}
	}

	/**
	 * Orders a second to their last event, and milliseconds of CPU time an order until
	 * then: its last mail may come later.
	 */
	private record Journeys(double perSecond, double cpu, double postgres) {
	}

	private static Journeys journeys(OpenShop shop, int size) {
		shop.forget();
		long events = logged(shop);
		CpuClock clock = shop.clock();
		long begin = System.nanoTime();
		shop.load(CONNECTIONS).place(size);
		// the last number in an index; to count the rows each time would be work of its
		// own
		OpenShop.awaitThat(() -> logged(shop) >= events + (long) History.EVENTS * size);
		double seconds = (System.nanoTime() - begin) / 1e9;
		// before effects are counted in tables of a million rows
		Map<String, Double> cpu = clock.seconds();
		shop.awaitEffects(size);
		double total = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
		return new Journeys(size / seconds, total * 1000 / size, cpu.getOrDefault("postgres", 0.0) * 1000 / size);
	}

	/** A database that has just been filled is busy for a while with writing it. */
	private static void writeItAll(OpenShop shop) throws SQLException {
		try (Connection connection = shop.shop.administrator().connect();
				Statement statement = connection.createStatement()) {
			statement.execute("checkpoint");
		}
		OpenShop.settle();
	}

	private static long logged(OpenShop shop) {
		return shop.number(ShopService.ANALYTICS, "select coalesce(max(seq), 0) from event_log");
	}

	private static void fill(OpenShop shop, ShopService service) {
		try (Connection connection = shop.shop.database(service).connect();
				Statement statement = connection.createStatement()) {
			for (Table table : Table.values()) {
				if (table.service == service) {
					fill(statement, table.name, table.keys);
				}
			}
			fill(statement, "processed_event", List.of("event_id"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(service.id() + "'s tables cannot be filled", ex);
		}
	}

	/** Copies rows that are there, with keys of their own, until there are enough. */
	private static void fill(Statement statement, String table, List<String> keys) throws SQLException {
		String fresh = String.join(", ", keys.stream().map((key) -> "'" + key + "', gen_random_uuid()").toList());
		statement.execute("""
				insert into %1$s overriding user value
				select copy.*
				from (select * from %1$s limit %4$d) sample, generate_series(1, %3$d / %4$d) round,
					lateral jsonb_populate_record(null::%1$s,
						to_jsonb(sample) || jsonb_build_object('round', round, %2$s)) copy""".formatted(table, fresh,
				ROWS, SAMPLE));
		statement.execute("vacuum analyze " + table);
	}

}
