package dev.ticketrail.peers.handwritten;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.peers.twin.Outgoing;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & inventory")
class Warehouse implements Role {

	private static final String RESERVE = """
			insert into reservation (order_id, lines, status, changed_at)
			select id, lines, 'RESERVED', now() from unnest(?, ?) new (id, lines)
			on conflict do nothing returning order_id""";

	private final Json json;

	private final JdbcTemplate jdbc;

	Warehouse(Json json, JdbcTemplate jdbc) {
		this.json = json;
		this.jdbc = jdbc;
	}

	@Override
	public List<String> topics() {
		return List.of(OrderPlaced.TYPE);
	}

	@Override
	public List<Outgoing> take(String topic, List<Received> events) {
		List<OrderPlaced> orders = this.json.read(events, OrderPlaced.class);
		Set<String> fresh = new HashSet<>(this.jdbc.queryForList(RESERVE, String.class,
				Sql.texts(orders, OrderPlaced::orderId), Sql.texts(orders, (order) -> this.json.write(order.items()))));
		// in the order of the products, so that no two batches wait for each other
		Map<String, Integer> taken = orders.stream()
			.filter((order) -> fresh.contains(order.orderId()))
			.flatMap((order) -> order.items().stream())
			.collect(Collectors.toMap(Item::productId, Item::quantity, Integer::sum, TreeMap::new));
		taken.forEach((product, quantity) -> this.jdbc
			.update("update stock set available = available - ? where product_id = ?", quantity, product));
		return orders.stream()
			.map((order) -> this.json.event(InventoryReserved.TYPE, order.orderId(),
					new InventoryReserved(order.orderId(),
							order.items()
								.stream()
								.map((item) -> new InventoryReserved.ReservedItem(item.productId(), item.quantity()))
								.toList())))
			.toList();
	}

}
