package dev.ticketrail.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopService;

/**
 * Reads the databases of a shop that has come to rest, the gateway's ledger among them,
 * and reports each violation of the invariants of {@code docs/guarantees.md} with the
 * order that it concerns. It shares no code with the services.
 */
final class Invariants {

	/**
	 * Who has to have processed an event of a type; analytics-service, which hears all of
	 * them, is where the events are read.
	 */
	private static final Map<String, Set<ShopService>> SUBSCRIBERS = Map.ofEntries(
			Map.entry("user.registered", Set.of(ShopService.EMAIL)),
			Map.entry("order.placed", Set.of(ShopService.PAYMENT, ShopService.INVENTORY, ShopService.EMAIL)),
			Map.entry("payment.completed", Set.of(ShopService.ORDER)),
			Map.entry("payment.failed", Set.of(ShopService.ORDER)),
			Map.entry("payment.refunded", Set.of(ShopService.ORDER, ShopService.EMAIL)),
			Map.entry("inventory.reserved", Set.of(ShopService.ORDER)),
			Map.entry("inventory.rejected", Set.of(ShopService.ORDER)),
			Map.entry("inventory.low", Set.of(ShopService.EMAIL)),
			Map.entry("order.confirmed", Set.of(ShopService.SHIPPING)),
			Map.entry("order.shipped", Set.of(ShopService.ORDER, ShopService.EMAIL)), Map.entry("order.cancelled",
					Set.of(ShopService.PAYMENT, ShopService.INVENTORY, ShopService.SHIPPING, ShopService.EMAIL)));

	private final Shop shop;

	private final List<String> violations = new ArrayList<>();

	private Invariants(Shop shop) {
		this.shop = shop;
	}

	/** One line a violation; none where all of them hold. */
	static List<String> violations(Shop shop) {
		Invariants check = new Invariants(shop);
		try {
			check.events();
			check.orders();
			check.stock();
			check.mails();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return check.violations;
	}

	/**
	 * I1: all that was committed has been published, and has been processed by everybody
	 * whom it concerns. I7: nothing was given up.
	 */
	private void events() throws SQLException {
		Map<ShopService, Set<String>> processed = new TreeMap<>();
		for (ShopService service : ShopService.values()) {
			rows(service, "select message_key, topic from outbox")
				.forEach((key, topic) -> violation("I1", key, topic + " is still in the outbox of " + service.id()));
			rows(service, "select id, topic || ': ' || reason from dead_letter where status = 'PARKED'")
				.forEach((id, reason) -> violation("I7", id, "dead letter in " + service.id() + ", " + reason));
			processed.put(service, rows(service, "select event_id, 1 from processed_event").keySet());
		}
		Map<String, String> types = rows(ShopService.ANALYTICS, "select event_id, event_type from event_log");
		types.forEach((event, type) -> SUBSCRIBERS.get(type)
			.stream()
			.filter((service) -> !processed.get(service).contains(event))
			.forEach((service) -> violation("I1", event, type + " has not been processed by " + service.id())));
		Set<String> placed = new TreeSet<>(
				rows(ShopService.ANALYTICS, "select order_id, 1 from event_log where event_type = 'order.placed'")
					.keySet());
		rows(ShopService.ORDER, "select id, status from orders").forEach((order, _) -> {
			if (!placed.contains(order)) {
				violation("I1", order, "its order.placed has not reached analytics-service");
			}
		});
	}

	/** I4 and I6: the order's end is the end that payment, stock and parcel came to. */
	private void orders() throws SQLException {
		Map<String, String> totals = rows(ShopService.ORDER, "select id, total from orders");
		Map<String, String> charges = rows(ShopService.PAYMENT,
				"select order_id, string_agg(status || ' ' || amount, ', ') from gateway.charge group by order_id");
		Map<String, String> shipments = rows(ShopService.SHIPPING, "select order_id, status from shipment");
		Map<String, String> reservations = rows(ShopService.INVENTORY, "select order_id, status from reservation");
		rows(ShopService.ORDER, "select id, status from orders").forEach((order, status) -> {
			String charge = charges.getOrDefault(order, "none");
			String shipment = shipments.getOrDefault(order, "none");
			String reservation = reservations.getOrDefault(order, "none");
			switch (status) {
				case "SHIPPED" -> {
					expect("I4", order, "charges", "CHARGED " + totals.get(order), charge);
					expect("I6", order, "shipment", "SHIPPED", shipment);
					expect("I5", order, "reservation", "RESERVED", reservation);
				}
				case "CANCELLED" -> {
					if (charge.contains("CHARGED") || charge.contains(",")) {
						violation("I4", order, "is cancelled, and the charges are: " + charge);
					}
					if (shipment.equals("SHIPPED")) {
						violation("I6", order, "is cancelled and shipped");
					}
					if (reservation.equals("RESERVED")) {
						violation("I5", order, "is cancelled, and its stock has not been released");
					}
				}
				default -> violation("I6", order, "does not move: " + status);
			}
		});
		charges.keySet()
			.stream()
			.filter((order) -> !totals.containsKey(order))
			.forEach((order) -> violation("I4", order, "is charged, and does not exist"));
	}

	/** I5: what has left the shelf is what the orders hold. */
	private void stock() throws SQLException {
		rows(ShopService.INVENTORY, """
				select product_id, initial || ' <> ' || available || ' + ' || held from (
					select s.product_id, s.initial, s.available, coalesce(sum(l.value::int), 0) as held
					from stock s left join (reservation r cross join jsonb_each_text(r.lines) l)
						on r.status = 'RESERVED' and l.key = s.product_id
					group by s.product_id, s.initial, s.available) as counted
				where available < 0 or initial <> available + held""")
			.forEach((product, sum) -> violation("I5", product, "initial <> available + reserved: " + sum));
	}

	/** I2: an event is mailed about once, and none is left out. */
	private void mails() throws SQLException {
		rows(ShopService.EMAIL, "select email_id, status from email where status <> 'SENT'")
			.forEach((mail, status) -> violation("I2", mail, "has not been sent: " + status));
		Map<String, String> mailed = rows(ShopService.EMAIL,
				"select order_id, count(*) from email where order_id is not null group by order_id");
		rows(ShopService.ORDER, "select id, status from orders where status in ('SHIPPED', 'CANCELLED')")
			.forEach((order, status) -> {
				int mails = Integer.parseInt(mailed.getOrDefault(order, "0"));
				int fewest = 2;
				int most = status.equals("SHIPPED") ? 2 : 3;
				if (mails < fewest || mails > most) {
					violation("I2", order, "is " + status + ", and " + mails + " mails were sent");
				}
			});
	}

	private void expect(String invariant, String order, String what, String expected, String found) {
		if (!expected.equals(found)) {
			violation(invariant, order, "%s: %s instead of %s".formatted(what, found, expected));
		}
	}

	private void violation(String invariant, String subject, String what) {
		this.violations.add(invariant + " " + subject + ": " + what);
	}

	/** The first column of each row, and the second. */
	private Map<String, String> rows(ShopService service, String query) throws SQLException {
		try (Connection connection = this.shop.database(service).connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			Map<String, String> rows = new TreeMap<>();
			while (result.next()) {
				rows.put(result.getString(1), result.getString(2));
			}
			return rows;
		}
	}

}
