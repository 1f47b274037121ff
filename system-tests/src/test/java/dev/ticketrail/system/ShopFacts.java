package dev.ticketrail.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopService;
import dev.ticketrail.testing.invariants.Facts;
import dev.ticketrail.testing.invariants.Invariants;
import dev.ticketrail.testing.invariants.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Reads the facts about a shop that has come to rest from its six databases, the
 * gateway's ledger among them, and from its dead-letter queues. It shares no code with
 * the services.
 * <p>
 * Not known here: in which order events were published (the rows of the outbox are gone),
 * how often the mail server accepted a mail (it is asked where that matters), and what
 * strangers have published.
 */
final class ShopFacts {

	private final Shop shop;

	private final ShopClient client;

	private ShopFacts(Shop shop) {
		this.shop = shop;
		this.client = new ShopClient(shop);
	}

	/** What is wrong; nothing where all invariants hold. */
	static List<Violation> violations(Shop shop) {
		try {
			return Invariants.violations(new ShopFacts(shop).read());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Facts read() throws SQLException {
		return new Facts(orders(), charges(), reservations(), stock(), shipments(), mails(), events(), List.of(),
				processed(), deadLetters(), outbox(), List.of());
	}

	private List<Facts.Order> orders() throws SQLException {
		return rows(ShopService.ORDER, """
				select o.id, k.key, o.status, o.total, o.placed_at, o.status_since, o.refunded
				from orders o left join idempotency_key k on k.order_id = o.id""",
				(row) -> new Facts.Order(row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4),
						instant(row, 5), instant(row, 6), row.getBoolean(7)));
	}

	private List<Facts.Charge> charges() throws SQLException {
		return rows(ShopService.PAYMENT, """
				select order_id, case when status = 'DECLINED' then 0 else amount end,
					case when status = 'REFUNDED' then amount else 0 end, booked_at
				from gateway.charge""", (row) -> new Facts.Charge(row.getString(1), row.getBigDecimal(2),
				row.getBigDecimal(3), instant(row, 4)));
	}

	private List<Facts.Reservation> reservations() throws SQLException {
		Map<String, Map<String, Integer>> lines = new HashMap<>();
		rows(ShopService.INVENTORY,
				"select r.order_id, l.key, l.value::int from reservation r cross join jsonb_each_text(r.lines) l",
				(row) -> lines.computeIfAbsent(row.getString(1), (_) -> new HashMap<>())
					.put(row.getString(2), row.getInt(3)));
		return rows(ShopService.INVENTORY, "select order_id, status, changed_at from reservation",
				(row) -> new Facts.Reservation(row.getString(1), row.getString(2),
						lines.getOrDefault(row.getString(1), Map.of()), instant(row, 3)));
	}

	private List<Facts.Stock> stock() throws SQLException {
		return rows(ShopService.INVENTORY, "select product_id, initial, available, reserved from stock",
				(row) -> new Facts.Stock(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)));
	}

	private List<Facts.Shipment> shipments() throws SQLException {
		return rows(ShopService.SHIPPING,
				"select order_id, status, decided_at, late_cancellation_at is not null from shipment",
				(row) -> new Facts.Shipment(row.getString(1), row.getString(2), instant(row, 3), row.getBoolean(4)));
	}

	private List<Facts.Mail> mails() throws SQLException {
		return rows(ShopService.EMAIL, "select email_id, order_id, template, status, requested_at from email",
				(row) -> new Facts.Mail(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						instant(row, 5), null, 0));
	}

	/** Analytics-service hears of everything but mails. */
	private List<Facts.Event> events() throws SQLException {
		return rows(ShopService.ANALYTICS,
				"select event_id, event_type, event_key, service, occurred_at from event_log order by occurred_at, seq",
				(row) -> new Facts.Event(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						instant(row, 5)));
	}

	private List<Facts.Processed> processed() throws SQLException {
		return everywhere("select consumer_group, event_id from processed_event",
				(_, row) -> new Facts.Processed(row.getString(1), row.getString(2)));
	}

	/** What is parked, and what is still in the queues from which it is drained. */
	private List<Facts.DeadLetter> deadLetters() throws SQLException {
		List<Facts.DeadLetter> letters = everywhere(
				"select id, event_id, message_key, topic, consumer_group, reason from dead_letter where status = 'PARKED'",
				(_, row) -> new Facts.DeadLetter(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6)));
		List<Facts.DeadLetter> all = new ArrayList<>(letters);
		for (ShopService service : ShopService.values()) {
			for (JsonNode backlog : this.client.inspect(service.id(), "/actuator/backlog")) {
				String topic = backlog.get("topic").stringValue();
				String group = backlog.get("group").stringValue();
				long parked = letters.stream()
					.filter((letter) -> letter.topic().equals(topic) && letter.group().equals(group))
					.count();
				long queued = backlog.get("deadLettered").longValue() - parked;
				if (queued > 0) {
					all.add(new Facts.DeadLetter("on the broker", null, null, topic, group, queued + " not drained"));
				}
			}
		}
		return all;
	}

	private List<Facts.Waiting> outbox() throws SQLException {
		return everywhere("select topic, message_key from outbox",
				(service, row) -> new Facts.Waiting(service.id(), row.getString(1), row.getString(2)));
	}

	private <T> List<T> everywhere(String query, ServiceReader<T> reader) throws SQLException {
		List<T> all = new ArrayList<>();
		for (ShopService service : ShopService.values()) {
			all.addAll(rows(service, query, (row) -> reader.read(service, row)));
		}
		return all;
	}

	private <T> List<T> rows(ShopService service, String query, RowReader<T> reader) throws SQLException {
		try (Connection connection = this.shop.database(service).connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			List<T> rows = new ArrayList<>();
			while (result.next()) {
				rows.add(reader.read(result));
			}
			return rows;
		}
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	private interface RowReader<T> {

		T read(ResultSet row) throws SQLException;

	}

	private interface ServiceReader<T> {

		T read(ShopService service, ResultSet row) throws SQLException;

	}

}
