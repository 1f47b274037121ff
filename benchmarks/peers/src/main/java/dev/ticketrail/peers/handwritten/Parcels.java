package dev.ticketrail.peers.handwritten;

import java.util.List;

import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.peers.twin.Outgoing;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & shipping")
class Parcels implements Role {

	private static final String SHIP = """
			insert into shipment (order_id, shipment_id, status, shipped_at)
			select id, 'SHP-' || id, 'SHIPPED', now() from unnest(?) new (id)
			on conflict do nothing""";

	private final Json json;

	private final JdbcTemplate jdbc;

	Parcels(Json json, JdbcTemplate jdbc) {
		this.json = json;
		this.jdbc = jdbc;
	}

	@Override
	public List<String> topics() {
		return List.of(OrderConfirmed.TYPE);
	}

	@Override
	public List<Outgoing> take(String topic, List<Received> events) {
		List<OrderConfirmed> orders = this.json.read(events, OrderConfirmed.class);
		this.jdbc.update(SHIP, Sql.texts(orders, OrderConfirmed::orderId));
		return orders.stream().map(this::shipped).toList();
	}

	private Outgoing shipped(OrderConfirmed order) {
		String id = order.orderId();
		return this.json.event(OrderShipped.TYPE, id, new OrderShipped(id, order.userId(), order.customer(),
				order.items(), order.shippingAddress(), "SHP-" + id, "DHL", "TRK" + id));
	}

}
