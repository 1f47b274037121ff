package dev.ticketrail.shipping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service does for the others, the same on both brokers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
abstract class ShippingJourney {

	@Autowired
	private TestBroker broker;

	@Autowired
	private JdbcClient jdbc;

	private OrderDesk desk;

	private RestTestClient client;

	@BeforeEach
	void open(@Autowired JsonMapper json, @LocalServerPort int port) {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.desk = new OrderDesk(this.broker, this.jdbc, json);
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
	}

	@Test
	void confirmedOrderIsShipped() {
		OrderConfirmed order = Orders.confirmed();
		try (TestBroker.Tap shipped = this.broker.tap(OrderShipped.TYPE)) {
			this.desk.confirm(order);
			await()
				.untilAsserted(() -> assertThat(this.desk.about(order, shipped)).singleElement().satisfies((data) -> {
					assertThat(data.at("/customer/email").asString()).isEqualTo("ada@example.com");
					assertThat(data.at("/shippingAddress/city").asString()).isEqualTo("London");
					assertThat(data.at("/items/0/productId").asString()).isEqualTo("PROD-001");
					shown(order).isOk()
						.expectBody()
						.jsonPath("$.status")
						.isEqualTo("SHIPPED")
						.jsonPath("$.shipmentId")
						.isEqualTo(data.get("shipmentId").asString())
						.jsonPath("$.carrier")
						.isEqualTo(data.get("carrier").asString())
						.jsonPath("$.trackingNumber")
						.isEqualTo(data.get("trackingNumber").asString())
						.jsonPath("$.shippedAt")
						.isNotEmpty();
				}));
		}
	}

	@Test
	void eventDeliveredAHundredTimesShipsOnce() {
		OrderConfirmed order = Orders.confirmed();
		byte[] event = Envelopes.json(OrderConfirmed.TYPE, order);
		try (TestBroker.Tap shipped = this.broker.tap(OrderShipped.TYPE)) {
			for (int i = 0; i < 100; i++) {
				this.broker.publish(OrderConfirmed.TYPE, order.orderId(), event);
			}
			this.desk.awaitEverythingSent(order);
			await().untilAsserted(() -> assertThat(this.desk.about(order, shipped)).hasSize(1));
		}
	}

	@Test
	void oldEventChangesNothingAlsoWhenTheInboxHasForgottenIt() {
		OrderConfirmed order = Orders.confirmed();
		byte[] event = Envelopes.json(OrderConfirmed.TYPE, order);
		try (TestBroker.Tap shipped = this.broker.tap(OrderShipped.TYPE)) {
			this.broker.publish(OrderConfirmed.TYPE, order.orderId(), event);
			await().untilAsserted(() -> assertThat(this.desk.about(order, shipped)).hasSize(1));
			String parcel = parcel(order);
			this.jdbc.sql("delete from processed_event").update();
			this.broker.publish(OrderConfirmed.TYPE, order.orderId(), event);
			this.desk.awaitEverythingSent(order);
			assertThat(this.desk.about(order, shipped)).hasSize(1);
			assertThat(parcel(order)).isEqualTo(parcel);
		}
	}

	@Test
	void manyOrdersAreEachShippedOnce() {
		try (TestBroker.Tap shipped = this.broker.tap(OrderShipped.TYPE)) {
			List<OrderConfirmed> orders = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				OrderConfirmed order = Orders.confirmed();
				orders.add(order);
				this.desk.confirm(order);
				this.desk.confirm(order);
			}
			await().untilAsserted(() -> assertThat(orders)
				.allSatisfy((order) -> assertThat(this.desk.about(order, shipped)).hasSize(1)));
		}
	}

	@Test
	void orderCancelledBeforeItsConfirmationIsNeverShipped() {
		OrderConfirmed order = Orders.confirmed();
		try (TestBroker.Tap shipped = this.broker.tap(OrderShipped.TYPE)) {
			this.desk.cancel(order);
			await().untilAsserted(() -> shown(order).isNotFound()
				.expectBody()
				.jsonPath("$.detail")
				.value(String.class, (detail) -> assertThat(detail).contains("was cancelled")));
			this.desk.confirm(order);
			this.desk.cancel(order);
			this.desk.awaitEverythingSent(order);
			assertThat(this.desk.about(order, shipped)).isEmpty();
		}
		shown(order).isNotFound();
	}

	@Test
	void cancellationThatComesTooLateIsToldOnce(CapturedOutput output) {
		OrderConfirmed order = Orders.confirmed();
		this.desk.confirm(order);
		awaitStatus(order, "SHIPPED");
		this.desk.cancel(order);
		this.desk.cancel(order);
		await().untilAsserted(() -> shown(order).isOk().expectBody().jsonPath("$.lateCancellationAt").isNotEmpty());
		this.desk.awaitCancelled(order);
		shown(order).isOk().expectBody().jsonPath("$.status").isEqualTo("SHIPPED");
		assertThat(output.getOut().lines().filter((line) -> line.contains(order.orderId()) && line.contains("WARN")))
			.hasSize(1);
	}

	@Test
	void whatIsNotThereIsAProblem() {
		shown(Orders.confirmed()).isNotFound()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isNotEmpty();
	}

	private StatusAssertions shown(OrderConfirmed order) {
		return this.client.get().uri("/shipments/{orderId}", order.orderId()).exchange().expectStatus();
	}

	private void awaitStatus(OrderConfirmed order, String status) {
		await().untilAsserted(() -> shown(order).isOk().expectBody().jsonPath("$.status").isEqualTo(status));
	}

	private String parcel(OrderConfirmed order) {
		return this.jdbc.sql("select parcel::text from shipment where order_id = ?")
			.param(order.orderId())
			.query(String.class)
			.single();
	}

}
