package dev.ticketrail.peers.handwritten;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.peers.Work;
import dev.ticketrail.peers.twin.Outgoing;
import dev.ticketrail.peers.twin.Wire;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Profile("handwritten & order")
class Orders implements Role {

	private static final String CONFIRM = """
			update orders set %s = true,
				status = case when status = 'PLACED' and %s then 'CONFIRMED' else status end
			where id = any(?)
			returning id, user_id, customer_name, customer_email, lines, total, street, city, postcode, paid and reserved""";

	private final Work work;

	private final Wire wire;

	private final Json json;

	private final JsonMapper mapper;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	Orders(Work work, Wire wire, Json json, JsonMapper mapper, JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.work = work;
		this.wire = wire;
		this.json = json;
		this.mapper = mapper;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> place(@RequestBody Work.NewOrder wanted) {
		OrderPlaced placed = this.transaction.execute((_) -> this.work.place(wanted));
		this.wire.send(this.json.event(OrderPlaced.TYPE, placed.orderId(), placed)).join();
		return Map.of("orderId", placed.orderId(), "status", "PLACED");
	}

	@Override
	public List<String> topics() {
		return List.of(PaymentCompleted.TYPE, InventoryReserved.TYPE, OrderShipped.TYPE);
	}

	@Override
	public List<Outgoing> take(String topic, List<Received> events) {
		String[] ids = events.stream().map(this.json::orderId).toArray(String[]::new);
		return switch (topic) {
			case PaymentCompleted.TYPE -> confirm(CONFIRM.formatted("paid", "reserved"), ids);
			case InventoryReserved.TYPE -> confirm(CONFIRM.formatted("reserved", "paid"), ids);
			default -> {
				this.jdbc.update("update orders set status = 'SHIPPED' where id = any(?)", (Object) ids);
				yield List.of();
			}
		};
	}

	private List<Outgoing> confirm(String sql, String[] ids) {
		return this.jdbc.query(sql, this::confirmed, (Object) ids).stream().flatMap(List::stream).toList();
	}

	private List<Outgoing> confirmed(ResultSet row, int number) throws SQLException {
		if (!row.getBoolean(10)) {
			return List.of();
		}
		String id = row.getString(1);
		BigDecimal total = row.getBigDecimal(6);
		List<Item> items = List.of(this.mapper.readValue(row.getString(5), Item[].class));
		return List.of(this.json.event(OrderConfirmed.TYPE, id,
				new OrderConfirmed(id, row.getString(2), new Customer(row.getString(3), row.getString(4)), items, total,
						"EUR", new Address(row.getString(7), row.getString(8), row.getString(9)))));
	}

}
