package dev.ticketrail.inventory;

import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Stands in for the order service: tells what happened, and reads the answers. */
final class OrderDesk {

	private final TestBroker broker;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OrderDesk(TestBroker broker, JdbcClient jdbc, JsonMapper json) {
		this.broker = broker;
		this.jdbc = jdbc;
		this.json = json;
	}

	void place(OrderPlaced order) {
		this.broker.publish(OrderPlaced.TYPE, order.orderId(), Envelopes.json(OrderPlaced.TYPE, order));
	}

	void cancel(OrderPlaced order) {
		this.broker.publish(OrderCancelled.TYPE, order.orderId(),
				Envelopes.json(OrderCancelled.TYPE, Orders.cancelled(order)));
	}

	/**
	 * Sends one more event behind all others with this key, and waits until it is
	 * processed and nothing is left to be sent: what has not been published by then never
	 * will be.
	 */
	void awaitEverythingSent(String topic, String key) {
		OrderPlaced last = Orders.placed("NO-SUCH-PRODUCT");
		UUID eventId = UUID.randomUUID();
		Object data = OrderPlaced.TYPE.equals(topic) ? last : Orders.cancelled(last);
		this.broker.publish(topic, key, Envelopes.json(eventId, topic, data));
		await().untilAsserted(() -> {
			assertThat(this.jdbc.sql("select count(*) from processed_event where event_id = ?")
				.param(eventId)
				.query(Long.class)
				.single()).isOne();
			assertThat(this.jdbc.sql("select count(*) from outbox").query(Long.class).single()).isZero();
		});
	}

	/** The data of the events with this key. */
	List<JsonNode> about(String key, TestBroker.Tap tap) {
		return tap.received()
			.stream()
			.filter((received) -> key.equals(received.key()))
			.map((received) -> this.json.readTree(received.payload()).get("data"))
			.toList();
	}

}
