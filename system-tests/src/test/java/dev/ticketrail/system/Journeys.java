package dev.ticketrail.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopService;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What customers and operators do with the shop, and what they see. One shop for all of
 * these, so each uses its own customers and looks at its own orders.
 */
@ExtendWith(OpenShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journeys {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(60);

	private static final Set<String> ENDS = Set.of("SHIPPED", "CANCELLED");

	private static final Set<String> SETTLED = Set.of("REFUNDED", "VOIDED");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final BrokerType brokerType;

	private Shop shop;

	private ShopClient client;

	private TestBroker broker;

	Journeys(BrokerType brokerType) {
		this.brokerType = brokerType;
	}

	@BeforeAll
	void openTheShop() {
		this.shop = OpenShop.on(this.brokerType);
		this.client = new ShopClient(this.shop);
		this.broker = TestBroker.connect(this.shop.facts().get("broker"));
		this.client.awaitStatus(this.client.place(ShopClient.contractOrder(newEmail())), "SHIPPED", SOON);
	}

	@AfterAll
	void disconnect() {
		if (this.broker != null) {
			this.broker.close();
		}
	}

	@Test
	void boughtOrderIsShippedChargedReservedMailedAndCounted() {
		String email = newEmail();
		int cups = this.client.available("PROD-001");
		int pots = this.client.available("PROD-042");
		String order = this.client.place(ShopClient.contractOrder(email));
		this.client.awaitStatus(order, "SHIPPED", Duration.ofSeconds(3));
		assertThat(this.client.read("order-service", "/orders/" + order).get("total").decimalValue())
			.isEqualByComparingTo("109.97");
		assertThat(this.client.charges(order)).containsExactly("CHARGED");
		assertThat(this.client.read("payment-service", "/payments/" + order).get("amount").decimalValue())
			.isEqualByComparingTo("109.97");
		assertThat(this.client.available("PROD-001")).isEqualTo(cups - 2);
		assertThat(this.client.available("PROD-042")).isEqualTo(pots - 1);
		assertThat(this.client.read("shipping-service", "/shipments/" + order).get("trackingNumber").isString())
			.isTrue();
		await().atMost(SOON).until(() -> this.client.mails(email) == 2);
		assertThat(this.client.read("email-service", "/emails?orderId=" + order)).hasSize(2);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(timeline(order)).containsExactlyInAnyOrder("order.placed",
					"payment.completed", "inventory.reserved", "order.confirmed", "order.shipped"));
	}

	@Test
	void everyServiceIsHealthyWithTheOneBrokerThatRuns() {
		for (ShopService service : ShopService.values()) {
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(
						ShopClient.read(this.client.get(service.id(), "/actuator/health")).path("status").asString(""))
					.as(service.id())
					.isEqualTo("UP"));
		}
	}

	@Test
	void declinedCardCancelsTheOrderAndReturnsTheStock() {
		int mills = this.client.available("PROD-002");
		String order = this.client.place(ShopClient.order(newEmail(), "pm_card_chargeDeclined", Map.of("PROD-002", 3)));
		this.client.awaitStatus(order, "CANCELLED", SOON);
		assertThat(this.client.read("order-service", "/orders/" + order).get("cancellationReason").stringValue())
			.isEqualTo("PAYMENT_DECLINED");
		assertThat(this.client.charges(order)).isEmpty();
		await().atMost(SOON).until(() -> this.client.available("PROD-002") == mills);
	}

	@Test
	void outOfStockOrderIsCancelledAndRefunded() {
		String email = newEmail();
		String order = this.client.place(ShopClient.order(email, "pm_card_visa", Map.of("PROD-001", 1, "PROD-013", 1)));
		this.client.awaitStatus(order, "CANCELLED", SOON);
		assertThat(this.client.read("order-service", "/orders/" + order).get("cancellationReason").stringValue())
			.isEqualTo("OUT_OF_STOCK");
		awaitUncharged(order);
		assertThat(this.client.get("shipping-service", "/shipments/" + order).statusCode()).isEqualTo(404);
		await().atMost(SOON).until(() -> this.client.mails(email) >= 2);
	}

	@Test
	void orderCancelledWhileItIsPaidIsRefundedAndReleased() {
		int jugs = this.client.available("PROD-003");
		this.client.gateway("SLOW", 1500);
		String order;
		try {
			order = this.client.place(ShopClient.order(newEmail(), "pm_card_visa", Map.of("PROD-003", 2)));
			assertThat(this.client.post("order-service", "/orders/" + order + "/cancel", "", Map.of()).statusCode())
				.isEqualTo(202);
		}
		finally {
			this.client.gateway("NORMAL", 0);
		}
		this.client.awaitStatus(order, "CANCELLED", SOON);
		assertThat(this.client.post("order-service", "/orders/" + order + "/cancel", "", Map.of()).statusCode())
			.isEqualTo(409);
		await().atMost(SOON).until(() -> this.client.available("PROD-003") == jugs);
		awaitUncharged(order);
	}

	/** Its payment is settled, and no money is with us. */
	private void awaitUncharged(String order) {
		await().atMost(SOON)
			.until(() -> SETTLED.contains(ShopClient.read(this.client.get("payment-service", "/payments/" + order))
				.path("status")
				.asString("")));
		assertThat(this.client.charges(order)).doesNotContain("CHARGED");
	}

	@Test
	void hundredBuyersOfTenUnitsGetExactlyTen() throws Exception {
		List<String> orders = new ArrayList<>();
		try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> buy = () -> this.client
				.place(ShopClient.order(newEmail(), "pm_card_visa", Map.of("PROD-007", 1)));
			for (Future<String> order : customers.invokeAll(Collections.nCopies(100, buy))) {
				orders.add(order.get());
			}
		}
		Map<String, Integer> ends = new HashMap<>();
		for (String order : orders) {
			await().atMost(AFTER_AN_OUTAGE).until(() -> ENDS.contains(this.client.status(order)));
			ends.merge(this.client.status(order), 1, Integer::sum);
		}
		assertThat(ends).isEqualTo(Map.of("SHIPPED", 10, "CANCELLED", 90));
		assertThat(this.client.available("PROD-007")).isZero();
	}

	@Test
	void registeredUserIsWelcomedAndBuys() {
		String email = newEmail();
		var answer = this.client.post("order-service", "/users",
				JSON.writeValueAsString(Map.of("name", "Grace Hopper", "email", email)), Map.of());
		assertThat(answer.statusCode()).isEqualTo(201);
		String user = ShopClient.read(answer).get("userId").stringValue();
		await().atMost(SOON).until(() -> this.client.mails(email) == 1);
		String order = this.client.place(ShopClient.orderOf(user, Map.of("PROD-008", 5)));
		this.client.awaitStatus(order, "SHIPPED", SOON);
		await().atMost(SOON).until(() -> this.client.mails(email) == 3);
	}

	@Test
	void repeatedPostWithTheSameKeyIsOneOrder() throws Exception {
		String order = ShopClient.contractOrder(newEmail());
		Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
		Set<String> orders = new HashSet<>();
		try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<String> post = () -> {
				var answer = this.client.post("order-service", "/orders", order, key);
				assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
				return ShopClient.read(answer).get("orderId").stringValue();
			};
			for (var answer : customers.invokeAll(Collections.nCopies(50, post))) {
				orders.add(answer.get());
			}
		}
		assertThat(orders).hasSize(1);
		assertThat(this.client
			.post("order-service", "/orders", ShopClient.order(newEmail(), "pm_card_visa", Map.of("PROD-001", 9)), key)
			.statusCode()).isEqualTo(422);
	}

	@Test
	void foreignReaderSeesTheJsonHeadersAndKeyOfTheContract() {
		try (TestBroker.Tap tap = this.broker.tap("order.placed")) {
			String email = newEmail();
			Map<String, Object> body = new HashMap<>(
					Map.of("customer", Map.of("name", "Ada Smith", "email", email), "items",
							List.of(Map.of("productId", "PROD-001", "quantity", 2, "price", 0.01),
									Map.of("productId", "PROD-042", "quantity", 1)),
							"shippingAddress",
							Map.of("street", "123 Main St", "city", "London", "postcode", "EC1A 1BB")));
			String order = this.client.place(JSON.writeValueAsString(body));
			TestBroker.Received message = await().atMost(SOON).until(() -> ofKey(tap, order), (found) -> found != null);
			JsonNode event = JSON.readTree(message.payload());
			assertThat(event.propertyNames()).containsExactly("eventId", "eventType", "timestamp", "data");
			assertThat(event.get("eventType").stringValue()).isEqualTo("order.placed");
			assertThat(Instant.parse(event.get("timestamp").stringValue())).isBeforeOrEqualTo(Instant.now());
			JsonNode data = event.get("data");
			assertThat(data.propertyNames()).containsExactly("orderId", "userId", "customer", "items", "total",
					"currency", "shippingAddress");
			assertThat(data.get("userId").stringValue()).startsWith("USR-");
			assertThat(message.text()).contains("\"total\":109.97", "\"currency\":\"GBP\"",
					"{\"productId\":\"PROD-001\",\"quantity\":2,\"price\":29.99}",
					"{\"productId\":\"PROD-042\",\"quantity\":1,\"price\":49.99}",
					"{\"name\":\"Ada Smith\",\"email\":\"" + email + "\"}");
			assertThat(message.headers()).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_id", event.get("eventId").stringValue())
				.containsEntry("ce_type", "order.placed")
				.containsEntry("ce_source", "order-service")
				.containsEntry("ce_time", event.get("timestamp").stringValue())
				.containsEntry("ce_subject", order)
				.containsKey("traceparent");
		}
	}

	@Test
	void sameMessagePublishedTwoHundredTimesChangesNothing() {
		String email = newEmail();
		int grinders = this.client.available("PROD-004");
		TestBroker.Received message;
		String order;
		try (TestBroker.Tap tap = this.broker.tap("order.placed")) {
			order = this.client.place(ShopClient.order(email, "pm_card_visa", Map.of("PROD-004", 1)));
			message = await().atMost(SOON).until(() -> ofKey(tap, order), (found) -> found != null);
		}
		this.client.awaitStatus(order, "SHIPPED", SOON);
		for (int i = 0; i < 200; i++) {
			this.broker.publish("order.placed", order, message.headers(), message.payload());
		}
		for (String service : List.of("payment-service", "inventory-service", "email-service", "analytics-service")) {
			await().atMost(SOON).until(() -> this.client.waiting(service, "order.placed") == 0);
		}
		assertThat(this.client.charges(order)).containsExactly("CHARGED");
		assertThat(this.client.available("PROD-004")).isEqualTo(grinders - 1);
		await().atMost(SOON).until(() -> this.client.mails(email) == 2);
		assertThat(timeline(order)).hasSize(5);
	}

	@Test
	void rubbishIsListedByEachSubscriberAndHoldsNobodyUp() {
		String valid = "{\"eventId\":\"%s\",\"eventType\":\"%s\",\"timestamp\":\"2026-01-15T10:30:00Z\",\"data\":%s}";
		Map<String, byte[]> rubbish = new HashMap<>();
		for (String text : List.of("not json", "", "null", "[".repeat(50_000), "x".repeat(700_000),
				valid.formatted(UUID.randomUUID(), "order.shipped", "{}"),
				valid.formatted(UUID.randomUUID(), "order.placed", "{\"orderId\":7,\"items\":\"many\"}"))) {
			rubbish.put("rubbish-" + UUID.randomUUID(), text.getBytes(StandardCharsets.UTF_8));
		}
		rubbish.forEach((key, payload) -> this.broker.publish("order.placed", key, payload));
		String order = this.client.place(ShopClient.contractOrder(newEmail()));
		this.client.awaitStatus(order, "SHIPPED", Duration.ofSeconds(5));
		for (String service : List.of("payment-service", "inventory-service", "email-service", "analytics-service")) {
			rubbish.keySet().forEach((key) -> {
				List<JsonNode> letters = await().atMost(SOON)
					.until(() -> this.client.deadLetters(service, key), (found) -> !found.isEmpty());
				assertThat(letters).hasSize(1);
				assertThat(letters.getFirst().get("topic").stringValue()).isEqualTo("order.placed");
				assertThat(letters.getFirst().get("reason").stringValue()).isNotBlank();
			});
		}
	}

	@Test
	void ordersWaitForAServiceThatIsStopped() {
		this.shop.server("shipping-service").stop();
		String order = this.client.place(ShopClient.contractOrder(newEmail()));
		this.client.awaitStatus(order, "CONFIRMED", SOON);
		this.shop.server("shipping-service").start();
		this.client.awaitStatus(order, "SHIPPED", AFTER_AN_OUTAGE);
	}

	@Test
	void reportsCanBeReplayedWhereTheBrokerHasAPast() {
		this.client.awaitStatus(this.client.place(ShopClient.contractOrder(newEmail())), "SHIPPED", SOON);
		await().atMost(SOON).until(() -> this.client.waiting("analytics-service", "order.shipped") == 0);
		var answer = this.client.operate("analytics-service", "POST", "/replay", "");
		if (this.brokerType == BrokerType.RABBIT) {
			assertThat(answer.statusCode()).isEqualTo(409);
			assertThat(answer.body()).contains("cannot be replayed");
		}
		else {
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		}
	}

	@Test
	void operatorsDoorsAreLocked() {
		for (String service : List.of("order-service", "payment-service", "email-service", "inventory-service",
				"shipping-service", "analytics-service")) {
			for (String path : List.of("deadletters", "outbox", "backlog", "prometheus")) {
				assertThat(this.client.get(service, "/actuator/" + path).statusCode()).isEqualTo(401);
			}
			assertThat(this.client.inspect(service, "/actuator/outbox").propertyNames()).contains("pending",
					"oldestAgeSeconds", "parked");
			assertThat(this.client.get(service, "/v3/api-docs").statusCode()).isEqualTo(200);
		}
		assertThat(this.client.post("inventory-service", "/stock/PROD-001/restock", "{\"quantity\":1}", Map.of())
			.statusCode()).isEqualTo(401);
		assertThat(this.client.post("analytics-service", "/replay", "", Map.of()).statusCode()).isEqualTo(401);
		assertThat(this.client.get("payment-service", "/gateway/charges?orderId=x").statusCode()).isEqualTo(401);
	}

	private List<String> timeline(String order) {
		return this.client.read("analytics-service", "/orders/" + order + "/timeline")
			.get("events")
			.valueStream()
			.map((event) -> event.get("eventType").stringValue())
			.toList();
	}

	private static TestBroker.Received ofKey(TestBroker.Tap tap, String key) {
		return tap.received().stream().filter((message) -> key.equals(message.key())).findFirst().orElse(null);
	}

	private static String newEmail() {
		return "ada-" + UUID.randomUUID() + "@example.com";
	}

}
