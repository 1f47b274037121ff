package dev.ticketrail.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ticketrail.testing.TestBroker.Received;
import dev.ticketrail.testing.TestBroker.Tap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an order goes through, whatever the broker. The other services are played. */
abstract class OrderJourney extends OrderServiceTest {

	private final List<Tap> taps = new ArrayList<>();

	private OtherServices others;

	@BeforeEach
	void othersAreThere() {
		this.others = new OtherServices(this.broker);
	}

	@AfterEach
	void closeTaps() {
		this.taps.forEach(Tap::close);
	}

	@Test
	void placedOrderIsPublishedAsTheContractSays() {
		Tap placed = tap("order.placed");
		Shop.Answer answer = this.shop.post("/orders", Shop.order());
		String id = answer.text("orderId");
		Received event = await().atMost(ofSeconds(20))
			.until(() -> about(placed, id), (found) -> !found.isEmpty())
			.getFirst();
		JsonNode envelope = JsonMapper.shared().readTree(event.payload());
		assertThat(event.text())
			.isEqualTo("{\"eventId\":\"%s\",\"eventType\":\"order.placed\",\"timestamp\":\"%s\",\"data\":%s}".formatted(
					envelope.get("eventId").asString(), envelope.get("timestamp").asString(),
					"{\"orderId\":\"%s\",\"userId\":\"%s\",".formatted(id, answer.text("userId"))
							+ "\"customer\":{\"name\":\"Ada Smith\",\"email\":\"ada@example.com\"},"
							+ "\"items\":[{\"productId\":\"PROD-001\",\"quantity\":2,\"price\":29.99},"
							+ "{\"productId\":\"PROD-042\",\"quantity\":1,\"price\":49.99}],"
							+ "\"total\":109.97,\"currency\":\"GBP\","
							+ "\"shippingAddress\":{\"street\":\"123 Main St\",\"city\":\"London\",\"postcode\":\"EC1A 1BB\"}}"));
		assertThat(event.key()).isEqualTo(id);
		assertThat(event.headers()).containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_id", envelope.get("eventId").asString())
			.containsEntry("ce_type", "order.placed")
			.containsEntry("ce_source", "order-service")
			.containsEntry("ce_time", envelope.get("timestamp").asString())
			.containsEntry("ce_subject", id)
			.hasEntrySatisfying("traceparent",
					(parent) -> assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
	}

	@Test
	void paymentMethodTravelsWithTheEventOnlyWhereOneWasChosen() {
		Tap placed = tap("order.placed");
		String chosen = this.shop
			.post("/orders", Shop.order().replaceFirst("\\{", "{\"paymentMethod\": \"pm_card_chargeDeclined\","))
			.text("orderId");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(placed, chosen)).hasSize(1));
		assertThat(about(placed, chosen).getFirst().text()).contains("\"paymentMethod\":\"pm_card_chargeDeclined\"");
	}

	@Test
	void registeredUserIsPublishedAndCanOrder() {
		Tap registered = tap("user.registered");
		Tap placed = tap("order.placed");
		Shop.Answer user = this.shop.post("/users", "{\"name\": \"عدى\", \"email\": \"oday@example.com\"}");
		assertThat(user.status()).isEqualTo(201);
		assertThat(user.header("Location")).isEqualTo("/users/" + user.text("userId"));
		Shop.Answer order = this.shop.post("/orders",
				Shop.order()
					.replace("\"customer\": {\"name\": \"Ada Smith\", \"email\": \"ada@example.com\"}",
							"\"userId\": \"" + user.text("userId") + "\""));
		assertThat(order.body().at("/customer/name").asString()).isEqualTo("عدى");
		await().atMost(ofSeconds(20)).untilAsserted(() -> {
			assertThat(about(registered, user.text("userId"))).hasSize(1);
			assertThat(about(placed, order.text("orderId"))).hasSize(1);
		});
		assertThat(about(registered, user.text("userId")).getFirst().text())
			.contains("\"data\":{\"userId\":\"%s\",\"name\":\"عدى\",\"email\":\"oday@example.com\"}"
				.formatted(user.text("userId")));
		assertThat(about(placed, order.text("orderId")).getFirst().text())
			.contains("\"userId\":\"" + user.text("userId") + "\"");
	}

	@Test
	void guestIsPublishedAsNobodyNew() {
		Tap registered = tap("user.registered");
		String guest = this.shop.post("/orders", Shop.order()).text("userId");
		String user = this.shop.post("/users", "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}").text("userId");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(registered, user)).hasSize(1));
		assertThat(guest).startsWith("USR-");
		assertThat(about(registered, guest)).isEmpty();
	}

	@Test
	void orderIsConfirmedOncePaidAndReserved() {
		Tap confirmed = tap("order.confirmed");
		String id = this.shop.placed();
		this.others.paid(id);
		await().atMost(ofSeconds(20)).until(() -> history(id).contains("payment.completed"));
		assertThat(status(id)).isEqualTo("PLACED");
		this.others.reserved(id);
		awaitStatus(id, "CONFIRMED");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(confirmed, id)).hasSize(1));
		assertThat(about(confirmed, id).getFirst().text())
			.contains("\"total\":109.97,\"currency\":\"GBP\",\"shippingAddress\":{\"street\":\"123 Main St\"");
	}

	@Test
	void orderIsConfirmedOnceReservedAndPaid() {
		Tap confirmed = tap("order.confirmed");
		String id = this.shop.placed();
		this.others.reserved(id);
		await().atMost(ofSeconds(20)).until(() -> history(id).contains("inventory.reserved"));
		this.others.paid(id);
		this.others.paid(id);
		this.others.reserved(id);
		awaitStatus(id, "CONFIRMED");
		this.others.shipped(id);
		awaitStatus(id, "SHIPPED");
		assertThat(history(id)).containsExactly("order.placed", "inventory.reserved", "payment.completed",
				"order.confirmed", "order.shipped");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(confirmed, id)).hasSize(1));
	}

	@Test
	void answersAtTheSameMomentConfirmAnOrderOnce() {
		Tap confirmed = tap("order.confirmed");
		List<String> ids = IntStream.range(0, 200).mapToObj((_) -> this.shop.placed()).toList();
		inParallel(List.of(() -> {
			ids.forEach(this.others::paid);
			return null;
		}, () -> {
			ids.forEach(this.others::reserved);
			return null;
		}));
		await().atMost(ofSeconds(60))
			.untilAsserted(() -> assertThat(ids).allMatch((id) -> !about(confirmed, id).isEmpty()));
		assertThat(ids).allSatisfy((id) -> assertThat(about(confirmed, id)).hasSize(1));
		assertThat(ids).allSatisfy((id) -> assertThat(status(id)).isEqualTo("CONFIRMED"));
	}

	@Test
	void orderIsConfirmedOrCancelledNeverBoth() {
		Tap confirmed = tap("order.confirmed");
		Tap cancelled = tap("order.cancelled");
		List<String> ids = IntStream.range(0, 60).mapToObj((_) -> this.shop.placed()).toList();
		inParallel(List.of(() -> {
			ids.forEach(this.others::paid);
			return null;
		}, () -> {
			ids.forEach(this.others::reserved);
			return null;
		}, () -> {
			ids.reversed()
				.forEach((id) -> assertThat(this.shop.post("/orders/" + id + "/cancel", "").status()).isIn(202, 409));
			return null;
		}));
		await().atMost(ofSeconds(60))
			.untilAsserted(() -> assertThat(ids)
				.allMatch((id) -> about(confirmed, id).size() + about(cancelled, id).size() > 0
						&& history(id).contains("payment.completed") && history(id).contains("inventory.reserved")));
		assertThat(ids).allSatisfy((id) -> {
			assertThat(about(confirmed, id)).hasSize(status(id).equals("CONFIRMED") ? 1 : 0);
			assertThat(about(cancelled, id)).hasSize(status(id).equals("CANCELLED") ? 1 : 0);
		});
	}

	@Test
	void declinedOrderIsCancelledOnce() {
		Tap cancelled = tap("order.cancelled");
		String id = this.shop.placed();
		this.others.declined(id);
		awaitStatus(id, "CANCELLED");
		this.others.declined(id);
		this.others.rejected(id);
		this.others.reserved(id);
		await().atMost(ofSeconds(20)).until(() -> history(id).contains("inventory.reserved"));
		assertThat(this.shop.get("/orders/" + id).text("cancellationReason")).isEqualTo("PAYMENT_DECLINED");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(cancelled, id)).hasSize(1));
		assertThat(about(cancelled, id).getFirst().text()).contains("\"reason\":\"PAYMENT_DECLINED\"");
	}

	@Test
	void orderWithoutStockIsCancelledAndTheRefundIsNoted() {
		Tap cancelled = tap("order.cancelled");
		String id = this.shop.placed();
		this.others.paid(id);
		this.others.rejected(id);
		awaitStatus(id, "CANCELLED");
		this.others.refunded(id);
		await().atMost(ofSeconds(20)).until(() -> history(id).contains("payment.refunded"));
		assertThat(history(id)).containsOnlyOnce("payment.completed", "order.cancelled");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(cancelled, id)).hasSize(1));
		assertThat(about(cancelled, id).getFirst().text()).contains("\"reason\":\"OUT_OF_STOCK\"");
	}

	@Test
	void customerCanCancelOnce() {
		Tap cancelled = tap("order.cancelled");
		String id = this.shop.placed();
		Shop.Answer first = this.shop.post("/orders/" + id + "/cancel", "");
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.text("status")).isEqualTo("CANCELLED");
		assertThat(first.text("cancellationReason")).isEqualTo("CUSTOMER_REQUEST");
		Shop.Answer second = this.shop.post("/orders/" + id + "/cancel", "");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text("detail")).contains("CANCELLED");
		this.others.paid(id);
		await().atMost(ofSeconds(20)).until(() -> history(id).contains("payment.completed"));
		assertThat(status(id)).isEqualTo("CANCELLED");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(cancelled, id)).hasSize(1));
	}

	@Test
	void confirmedOrderCannotBeCancelled() {
		String id = this.shop.placed();
		this.others.paid(id);
		this.others.reserved(id);
		awaitStatus(id, "CONFIRMED");
		Shop.Answer answer = this.shop.post("/orders/" + id + "/cancel", "");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text("detail")).contains("CONFIRMED", "being shipped");
	}

	@Test
	void answerThatCannotBeTrueBecomesADeadLetterAndHoldsNobodyUp() {
		String unknown = "ORD-" + UUID.randomUUID();
		String unconfirmed = this.shop.placed();
		String other = this.shop.placed();
		this.others.paid(unknown);
		this.others.shipped(unconfirmed);
		this.others.paid(other);
		await().atMost(ofSeconds(20)).until(() -> history(other).contains("payment.completed"));
		await().atMost(ofSeconds(60)).untilAsserted(() -> {
			assertThat(deadLetters(unknown)).singleElement().asString().contains("There is no order " + unknown);
			assertThat(deadLetters(unconfirmed)).singleElement().asString().contains("is PLACED and cannot be shipped");
		});
		assertThat(status(unconfirmed)).isEqualTo("PLACED");
	}

	@Test
	void fiftyParallelRequestsWithOneKeyPlaceOneOrder() {
		Tap placed = tap("order.placed");
		String key = UUID.randomUUID().toString();
		CyclicBarrier start = new CyclicBarrier(50);
		List<Shop.Answer> answers = inParallel(IntStream.range(0, 50).<Callable<Shop.Answer>>mapToObj((_) -> () -> {
			start.await();
			return this.shop.post("/orders", Shop.order(), "Idempotency-Key", key);
		}).toList());
		assertThat(answers).allMatch((answer) -> answer.status() == 201);
		assertThat(answers).extracting(Shop.Answer::body).containsOnly(answers.getFirst().body());
		String id = answers.getFirst().text("orderId");
		await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(about(placed, id)).hasSize(1));
		assertThat(this.jdbc.sql("select count(*) from idempotency_key where key = ?")
			.param(key)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void streamShowsEveryStatusAndEndsAfterTheLast() {
		String id = this.shop.placed();
		try (Stream<String> lines = this.shop.stream("/orders/" + id + "/stream")) {
			this.others.paid(id);
			this.others.reserved(id);
			awaitStatus(id, "CONFIRMED");
			this.others.shipped(id);
			assertThat(lines.filter((line) -> line.startsWith("data:"))
				.map((line) -> JsonMapper.shared().readTree(line.substring(5)).get("status").asString()))
				.containsExactly("PLACED", "CONFIRMED", "SHIPPED");
		}
		try (Stream<String> lines = this.shop.stream("/orders/" + id + "/stream")) {
			assertThat(lines.filter((line) -> !line.isEmpty()).map((line) -> line.replaceAll("\"at.*", "")))
				.containsExactly("event:status", "data:{\"orderId\":\"" + id + "\",\"status\":\"SHIPPED\",");
		}
	}

	private Tap tap(String topic) {
		Tap tap = this.broker.tap(topic);
		this.taps.add(tap);
		return tap;
	}

	private static List<Received> about(Tap tap, String key) {
		return tap.received().stream().filter((message) -> key.equals(message.key())).toList();
	}

	private String status(String id) {
		return this.shop.get("/orders/" + id).text("status");
	}

	private List<String> history(String id) {
		return this.shop.get("/orders/" + id)
			.body()
			.get("history")
			.valueStream()
			.map((entry) -> entry.get("what").asString())
			.toList();
	}

	private void awaitStatus(String id, String status) {
		await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
	}

	private List<String> deadLetters(String key) {
		return this.jdbc.sql("select reason from dead_letter where message_key = ?")
			.param(key)
			.query(String.class)
			.list();
	}

	private static <T> List<T> inParallel(List<Callable<T>> tasks) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(tasks)) {
				results.add(future.get());
			}
			return results;
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
