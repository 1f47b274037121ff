package dev.ticketrail.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service does for the others, the same on both brokers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "ticketrail.operator.password=open-sesame")
abstract class InventoryJourney {

	@Autowired
	private TestBroker broker;

	private Shelf shelf;

	private OrderDesk desk;

	@BeforeEach
	void open(@Autowired JdbcClient jdbc, @Autowired JsonMapper json) {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.shelf = new Shelf(jdbc);
		this.desk = new OrderDesk(this.broker, jdbc, json);
	}

	@Test
	void orderIsReservedWithAllItsLines() {
		String cup = this.shelf.product(10);
		String jug = this.shelf.product(10);
		OrderPlaced order = Orders.placed(List.of(Orders.item(jug, 2), Orders.item(cup, 1), Orders.item(jug, 3)));
		try (TestBroker.Tap reserved = this.broker.tap(InventoryReserved.TYPE)) {
			this.desk.place(order);
			await().untilAsserted(() -> assertThat(this.desk.about(order.orderId(), reserved)).singleElement()
				.satisfies((data) -> assertThat(data.get("items").valueStream())
					.extracting((item) -> item.get("productId").asString() + " " + item.get("quantity").asInt())
					.containsExactlyInAnyOrder(cup + " 1", jug + " 5")));
		}
		assertThat(this.shelf.available(cup)).isEqualTo(9);
		assertThat(this.shelf.available(jug)).isEqualTo(5);
		this.shelf.balances();
	}

	@Test
	void orderThatIsShortOfOneLineHoldsNothing() {
		String cup = this.shelf.product(10);
		String jug = this.shelf.product(1);
		OrderPlaced order = Orders
			.placed(List.of(Orders.item(cup, 1), Orders.item(jug, 2), Orders.item("NO-SUCH-PRODUCT", 1)));
		try (TestBroker.Tap rejected = this.broker.tap(InventoryRejected.TYPE)) {
			this.desk.place(order);
			await().untilAsserted(() -> assertThat(this.desk.about(order.orderId(), rejected)).singleElement()
				.satisfies((data) -> assertThat(data.get("shortages").valueStream())
					.extracting((shortage) -> shortage.get("productId").asString() + " "
							+ shortage.get("requested").asInt() + " " + shortage.get("available").asInt())
					.containsExactlyInAnyOrder(jug + " 2 1", "NO-SUCH-PRODUCT 1 0")));
		}
		assertThat(this.shelf.status(order.orderId())).contains("REJECTED");
		assertThat(this.shelf.available(cup)).isEqualTo(10);
		this.shelf.balances();
	}

	@Test
	void cancelledOrderIsReleasedOnceHoweverOftenItIsCancelled() {
		String cup = this.shelf.product(10);
		OrderPlaced order = Orders.placed(cup);
		this.desk.place(order);
		this.shelf.awaitStatus(order.orderId(), "RESERVED");
		for (int i = 0; i < 20; i++) {
			this.desk.cancel(order);
		}
		this.shelf.awaitStatus(order.orderId(), "RELEASED");
		this.desk.awaitEverythingSent(OrderCancelled.TYPE, order.orderId());
		assertThat(this.shelf.available(cup)).isEqualTo(10);
		this.shelf.balances();
	}

	@Test
	void orderCancelledBeforeItWasSeenReservesNothing() {
		String cup = this.shelf.product(10);
		OrderPlaced order = Orders.placed(cup);
		try (TestBroker.Tap reserved = this.broker.tap(InventoryReserved.TYPE)) {
			this.desk.cancel(order);
			this.shelf.awaitStatus(order.orderId(), "CANCELLED");
			this.desk.place(order);
			this.desk.awaitEverythingSent(OrderPlaced.TYPE, order.orderId());
			assertThat(this.desk.about(order.orderId(), reserved)).isEmpty();
		}
		assertThat(this.shelf.status(order.orderId())).contains("CANCELLED");
		assertThat(this.shelf.available(cup)).isEqualTo(10);
	}

	@Test
	void eventDeliveredAHundredTimesReservesOnce() {
		String cup = this.shelf.product(1000);
		OrderPlaced order = Orders.placed(cup);
		byte[] event = Envelopes.json(OrderPlaced.TYPE, order);
		try (TestBroker.Tap reserved = this.broker.tap(InventoryReserved.TYPE)) {
			for (int i = 0; i < 100; i++) {
				this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
			}
			this.desk.awaitEverythingSent(OrderPlaced.TYPE, order.orderId());
			await().untilAsserted(() -> assertThat(this.desk.about(order.orderId(), reserved)).hasSize(1));
		}
		assertThat(this.shelf.available(cup)).isEqualTo(999);
		this.shelf.balances();
	}

	@Test
	void oldEventChangesNothingAlsoWhenTheInboxHasForgottenIt() {
		String cup = this.shelf.product(10);
		OrderPlaced order = Orders.placed(cup);
		byte[] event = Envelopes.json(OrderPlaced.TYPE, order);
		try (TestBroker.Tap reserved = this.broker.tap(InventoryReserved.TYPE)) {
			this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
			await().untilAsserted(() -> assertThat(this.desk.about(order.orderId(), reserved)).hasSize(1));
			this.shelf.forgetProcessedEvents();
			this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
			this.desk.awaitEverythingSent(OrderPlaced.TYPE, order.orderId());
			assertThat(this.desk.about(order.orderId(), reserved)).hasSize(1);
		}
		assertThat(this.shelf.available(cup)).isEqualTo(9);
	}

	@Test
	void hundredBuyersOfTenUnitsGetExactlyTen() {
		String roast = this.shelf.product(10);
		List<OrderPlaced> orders = Stream.generate(() -> Orders.placed(roast)).limit(100).toList();
		orders.forEach(this.desk::place);
		await().untilAsserted(
				() -> assertThat(orders).allMatch((order) -> this.shelf.status(order.orderId()).isPresent()));
		assertThat(this.shelf.withStatus("RESERVED", roast)).isEqualTo(10);
		assertThat(this.shelf.available(roast)).isZero();
		this.shelf.balances();
	}

	@Test
	void ordersOfTheSameProductsInOppositeOrderNeverDeadlock() {
		long before = this.shelf.deadlocks();
		String cup = this.shelf.product(1000);
		String jug = this.shelf.product(1000);
		List<OrderPlaced> orders = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			OrderPlaced order = (i % 2 == 0) ? Orders.placed(cup, jug) : Orders.placed(jug, cup);
			orders.add(order);
			this.desk.place(order);
			this.desk.cancel(orders.get(i / 2));
		}
		await().untilAsserted(
				() -> assertThat(orders.subList(0, 100)).allMatch((order) -> this.shelf.status(order.orderId())
					.filter((status) -> !"RESERVED".equals(status))
					.isPresent()));
		await().untilAsserted(() -> assertThat(orders.subList(100, 200))
			.allMatch((order) -> this.shelf.status(order.orderId()).filter("RESERVED"::equals).isPresent()));
		assertThat(this.shelf.available(cup)).isEqualTo(900);
		assertThat(this.shelf.available(jug)).isEqualTo(900);
		assertThat(this.shelf.deadlocks()).isEqualTo(before);
		this.shelf.balances();
	}

	@Test
	void productIsReportedLowOncePerFall() {
		String roast = this.shelf.product(10, 8);
		try (TestBroker.Tap low = this.broker.tap(InventoryLow.TYPE)) {
			List<OrderPlaced> orders = Stream.generate(() -> Orders.placed(roast)).limit(6).toList();
			orders.forEach(this.desk::place);
			orders.forEach((order) -> this.shelf.awaitStatus(order.orderId(), "RESERVED"));
			await().untilAsserted(() -> assertThat(this.desk.about(roast, low)).singleElement().satisfies((data) -> {
				assertThat(data.get("available").asInt()).isEqualTo(7);
				assertThat(data.get("threshold").asInt()).isEqualTo(8);
			}));
			orders.forEach(this.desk::cancel);
			orders.forEach((order) -> this.shelf.awaitStatus(order.orderId(), "RELEASED"));
			this.desk.place(Orders.placed(List.of(Orders.item(roast, 3))));
			await().untilAsserted(() -> assertThat(this.desk.about(roast, low)).hasSize(2));
		}
	}

}
