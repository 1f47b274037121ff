package dev.ticketrail.shipping;

import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
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

	void confirm(OrderConfirmed order) {
		this.broker.publish(OrderConfirmed.TYPE, order.orderId(), Envelopes.json(OrderConfirmed.TYPE, order));
	}

	void cancel(OrderConfirmed order) {
		this.broker.publish(OrderCancelled.TYPE, order.orderId(),
				Envelopes.json(OrderCancelled.TYPE, Orders.cancelled(order)));
	}

	/**
	 * Sends one more confirmation behind all others of this order, and waits until it is
	 * processed and nothing is left to be sent: what has not been published by then never
	 * will be.
	 */
	void awaitEverythingSent(OrderConfirmed order) {
		awaitLast(OrderConfirmed.TYPE, order.orderId(), Orders.confirmed());
		await().untilAsserted(
				() -> assertThat(this.jdbc.sql("select count(*) from outbox").query(Long.class).single()).isZero());
	}

	/** Waits until all cancellations of this order are processed. */
	void awaitCancelled(OrderConfirmed order) {
		awaitLast(OrderCancelled.TYPE, order.orderId(), Orders.cancelled(Orders.confirmed()));
	}

	/** The data of the events about this order. */
	List<JsonNode> about(OrderConfirmed order, TestBroker.Tap tap) {
		return tap.received()
			.stream()
			.filter((received) -> order.orderId().equals(received.key()))
			.map((received) -> this.json.readTree(received.payload()).get("data"))
			.toList();
	}

	private void awaitLast(String topic, String key, Object data) {
		UUID eventId = UUID.randomUUID();
		this.broker.publish(topic, key, Envelopes.json(eventId, topic, data));
		await().untilAsserted(() -> assertThat(this.jdbc.sql("select count(*) from processed_event where event_id = ?")
			.param(eventId)
			.query(Long.class)
			.single()).isOne());
	}

}
