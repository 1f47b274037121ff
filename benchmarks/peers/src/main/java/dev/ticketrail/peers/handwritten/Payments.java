package dev.ticketrail.peers.handwritten;

import java.math.BigDecimal;
import java.util.List;

import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.peers.twin.Outgoing;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
@Profile("handwritten & payment")
class Payments implements Role {

	private static final String CHARGE = """
			insert into gateway.charge (order_id, charge_id, amount, status, paid_at)
			select id, 'ch_' || id, amount, 'CHARGED', now() from unnest(?, ?) new (id, amount)
			on conflict do nothing""";

	private final Json json;

	private final JdbcTemplate jdbc;

	Payments(Json json, JdbcTemplate jdbc) {
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
		this.jdbc.update(CHARGE, Sql.texts(orders, OrderPlaced::orderId),
				Sql.array("numeric", orders.stream().map(OrderPlaced::total).toArray(BigDecimal[]::new)));
		return orders.stream()
			.map((order) -> this.json.event(PaymentCompleted.TYPE, order.orderId(),
					new PaymentCompleted(order.orderId(), "ch_" + order.orderId(), order.total(), order.currency())))
			.toList();
	}

}
