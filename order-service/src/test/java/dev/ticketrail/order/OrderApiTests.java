package dev.ticketrail.order;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the REST interface takes, and what it refuses. */
@RealInfrastructure(Broker.KAFKA)
@ExtendWith(OutputCaptureExtension.class)
class OrderApiTests extends OrderServiceTest {

	@Autowired
	private StuckOrders stuckOrders;

	@Autowired
	private IdempotencyKeys idempotencyKeys;

	@Test
	void placedOrderIsAnsweredAsTheContractSays() {
		Shop.Answer answer = this.shop.post("/orders", Shop.order());
		String id = answer.text("orderId");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/orders/" + id);
		assertThat(id).startsWith("ORD-");
		assertThat(answer.response().body()).isEqualTo("""
				{"orderId":"%s","userId":"%s","customer":{"name":"Ada Smith","email":"ada@example.com"},\
				"status":"PLACED","items":[\
				{"productId":"PROD-001","name":"Espresso Cup","quantity":2,"price":29.99},\
				{"productId":"PROD-042","name":"Moka Pot","quantity":1,"price":49.99}],\
				"total":109.97,"currency":"GBP",\
				"shippingAddress":{"street":"123 Main St","city":"London","postcode":"EC1A 1BB"},\
				"placedAt":"%s","history":[{"at":"%s","what":"order.placed"}]}""".formatted(id, answer.text("userId"),
				answer.text("placedAt"), answer.text("placedAt")));
		assertThat(this.shop.get("/orders/" + id).response().body()).isEqualTo(answer.response().body());
	}

	@Test
	void priceAndTotalOfTheClientAreIgnored() {
		Shop.Answer answer = this.shop.post("/orders",
				Shop.order()
					.replace("\"quantity\": 1", "\"quantity\": 1, \"price\": 0.01")
					.replaceFirst("\\{", "{\"total\": 1,"));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.body().get("total").decimalValue()).isEqualByComparingTo("109.97");
	}

	@Test
	void linesOfOneProductAreMerged() {
		Shop.Answer answer = this.shop.post("/orders", Shop.order().replace("PROD-042", "PROD-001"));
		assertThat(answer.body().get("items")).hasSize(1);
		assertThat(answer.body().at("/items/0/quantity").intValue()).isEqualTo(3);
		assertThat(answer.body().get("total").decimalValue()).isEqualByComparingTo("89.97");
	}

	@Test
	void anyScriptIsFine() {
		Shop.Answer answer = this.shop.post("/orders", Shop.order().replace("Ada Smith", "שרה \uD83D\uDE80 O'Brien"));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(this.shop.get("/orders/" + answer.text("orderId")).body().at("/customer/name").asString())
			.isEqualTo("שרה \uD83D\uDE80 O'Brien");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1000001", "2147483648", "1e400", "-1e400", "\"2\"", "1.5", "null", "true",
			"[1]", "{}", "NaN", "99999999999999999999999999" })
	void quantityThatIsNoneIsRefused(String quantity) {
		assertRefused(Shop.order().replace("\"quantity\": 2", "\"quantity\": " + quantity), 400);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "[]", "null", "{}", "\"order\"", "17", "{\"customer\":", "[{}]", "{\"customer\": 1}" })
	void bodyThatIsNoOrderIsRefused(String body) {
		assertRefused(body, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u3000", "Ada\\u0000", "Ada\\n", "\\ud800", "Ada\\udc00x", "Ada\\u2028",
			"\\u001b[31m" })
	void textThatIsNoNameIsRefused(String name) {
		assertRefused(Shop.order().replace("Ada Smith", name), 400);
		assertRefused(Shop.order().replace("123 Main St", name), 400);
		assertRefused(Shop.order().replace("London", name), 400);
		assertRefused(Shop.order().replace("EC1A 1BB", name), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ada", "ada@", "@example.com", "a b@example.com", "ada@example.com\\r\\nBcc: x@y.z",
			"a@b@c.d", "ada@exam ple.com", "<ada@example.com>", "ada..s@example.com", "ada@-example.com" })
	void textThatIsNoAddressIsRefused(String email) {
		assertRefused(Shop.order().replace("ada@example.com", email), 400);
		assertThat(this.shop.post("/users", "{\"name\": \"Ada\", \"email\": \"" + email + "\"}").status())
			.isEqualTo(400);
	}

	@Test
	void tooLongAndTooManyIsRefused() {
		assertRefused(Shop.order().replace("Ada Smith", "x".repeat(201)), 400);
		assertRefused(Shop.order().replace("ada@", "a.".repeat(100_000) + "a@"), 400);
		String line = "{\"productId\": \"PROD-001\", \"quantity\": 2}";
		assertRefused(Shop.order().replace(line, String.join(",", Collections.nCopies(10_000, line))), 400);
		assertRefused(Shop.order().replace("London", "x".repeat(5_000_000)), 413);
	}

	@Test
	void strangeStructureIsRefused() {
		assertRefused(Shop.order().replace("\"quantity\": 2", "\"quantity\": 2, \"quantity\": 3"), 400);
		assertRefused(Shop.order().replaceFirst("\\{", "{\"items\": [],"), 400);
		assertRefused(Shop.order().replaceFirst("\\[\\{[^]]*]", "[]"), 400);
		assertRefused(Shop.order().replaceFirst("\\[\\{[^]]*]", "[null]"), 400);
		assertRefused(Shop.order().replaceFirst("\\[\\{[^]]*]", "[".repeat(10_000)), 400);
		assertRefused(Shop.order() + "{}", 400);
	}

	@ParameterizedTest
	@CsvSource({ "PROD-999, 422", "prod-001, 422", "PROD 001, 400", "\\u0000, 400", "'', 400" })
	void unknownProductIsRefused(String productId, int status) {
		assertRefused(Shop.order().replace("PROD-042", productId), status);
	}

	@Test
	void unknownProductIsNamed() {
		assertThat(this.shop.post("/orders", Shop.order().replace("PROD-042", "PROD-999")).text("detail"))
			.contains("PROD-999");
	}

	@Test
	void orderIsEitherAUsersOrACustomers() {
		String customer = "\"customer\": {\"name\": \"Ada Smith\", \"email\": \"ada@example.com\"}";
		assertRefused(Shop.order().replace(customer, "\"userId\": \"USR-unknown\""), 422);
		assertRefused(Shop.order().replace(customer, "\"userId\": null"), 400);
		assertRefused(Shop.order().replace(customer, customer + ", \"userId\": \"USR-1\""), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "visa", "4242424242424242", "pm_", "pm_card visa", "pm_\\u0000" })
	void paymentMethodThatIsNoTokenIsRefusedAndNotRepeated(String paymentMethod) {
		String body = Shop.order()
			.replaceFirst("\\{", "{\"paymentMethod\": \"" + paymentMethod.replace("\\", "\\\\") + "\",");
		assertRefused(body, 400);
		assertThat(this.shop.post("/orders", body).response().body()).doesNotContain("4242");
	}

	@Test
	void paymentMethodIsNotLogged(CapturedOutput log) {
		String body = Shop.order().replaceFirst("\\{", "{\"paymentMethod\": \"pm_nobodyMayReadThis\",");
		assertThat(this.shop.post("/orders", body).status()).isEqualTo(201);
		assertThat(log).doesNotContain("nobodyMayReadThis");
	}

	@Test
	void oneStreamTooManyIsRefusedUntilAnotherEnds() {
		String id = this.shop.placed();
		List<Stream<String>> streams = IntStream.range(0, 5)
			.mapToObj((_) -> this.shop.stream("/orders/" + id + "/stream"))
			.toList();
		Shop.Answer refusal = this.shop.get("/orders/" + id + "/stream", "Accept", "text/event-stream");
		assertProblem(refusal, 503);
		assertThat(refusal.header("Retry-After")).isEqualTo("5");
		this.shop.post("/orders/" + id + "/cancel", "");
		assertThat(streams)
			.allSatisfy((lines) -> assertThat(lines).anyMatch((line) -> line.contains("CUSTOMER_REQUEST")));
		await().untilAsserted(() -> assertThat(this.shop.get("/orders/" + id + "/stream").status()).isEqualTo(200));
	}

	@Test
	void startPageIsServed() {
		Shop.Answer page = this.shop.get("/", "Accept", "text/html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.response().body()).contains("<h1>Ticket Rail</h1>");
	}

	@Test
	void idempotencyKeyNamesOneOrderOnly() {
		String key = UUID.randomUUID().toString();
		Shop.Answer first = this.shop.post("/orders", Shop.order(), "Idempotency-Key", key);
		Shop.Answer repeat = this.shop.post("/orders", Shop.order().replace(": ", " :\n"), "Idempotency-Key", key);
		assertThat(repeat.status()).isEqualTo(201);
		assertThat(repeat.body()).isEqualTo(first.body());
		Shop.Answer other = this.shop.post("/orders", Shop.order().replace("London", "Leeds"), "Idempotency-Key", key);
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.text("detail")).contains("Idempotency-Key");
		assertThat(this.shop.post("/orders", Shop.order(), "Idempotency-Key", "k".repeat(201)).status()).isEqualTo(400);
	}

	@Test
	void refusedOrderLeavesItsIdempotencyKeyFree() {
		String key = UUID.randomUUID().toString();
		assertThat(this.shop.post("/orders", Shop.order().replace("PROD-042", "PROD-999"), "Idempotency-Key", key)
			.status()).isEqualTo(422);
		assertThat(this.shop.post("/orders", Shop.order(), "Idempotency-Key", key).status()).isEqualTo(201);
	}

	@Test
	void catalogueHasItsPrices() {
		JsonNode products = this.shop.get("/products").body();
		assertThat(products).hasSize(12);
		assertThat(products.get(0))
			.hasToString("{\"productId\":\"PROD-001\",\"name\":\"Espresso Cup\",\"price\":29.99,\"currency\":\"GBP\"}");
	}

	@Test
	void userCanBeRead() {
		Shop.Answer registered = this.shop.post("/users", "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");
		assertThat(this.shop.get(registered.header("Location")).body()).isEqualTo(registered.body());
		assertThat(registered.text("registeredAt")).endsWith("Z");
		assertThat(this.shop.get("/users/USR-unknown").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders/ORD-unknown", "/orders/ORD-unknown/stream", "/orders/%C3%A4%27%22", "/nothing" })
	void unknownIsAProblem(String path) {
		assertProblem(this.shop.get(path), 404);
		assertProblem(this.shop.get(path, "Accept", "text/event-stream"), 404);
	}

	@Test
	void unknownOrderCannotBeCancelled() {
		assertProblem(this.shop.post("/orders/ORD-unknown/cancel", ""), 404);
	}

	@Test
	void stuckOrderIsReportedToTheOperatorOnly(CapturedOutput output) {
		String id = this.shop.placed();
		this.jdbc.sql("update orders set status_since = now() - interval '11 minutes' where id = ?").param(id).update();
		String login = "Basic " + Base64.getEncoder().encodeToString("operator:for-tests".getBytes());
		assertThat(this.shop.get("/actuator/stuckorders").status()).isEqualTo(401);
		JsonNode stuck = this.shop.get("/actuator/stuckorders", "Authorization", login).body();
		assertThat(stuck.valueStream()).anySatisfy((order) -> {
			assertThat(order.get("orderId").asString()).isEqualTo(id);
			assertThat(order.get("status").asString()).isEqualTo("PLACED");
		}).hasSize(1);
		assertThat(this.shop.get("/actuator/metrics/ticketrail.orders.stuck", "Authorization", login)
			.body()
			.at("/measurements/0/value")
			.intValue()).isOne();
		this.stuckOrders.report();
		assertThat(output)
			.contains("1 order(s) have not moved for more than PT10M, the oldest: StuckOrder[orderId=" + id);
		this.shop.post("/orders/" + id + "/cancel", "");
		assertThat(this.shop.get("/actuator/stuckorders", "Authorization", login).body()).isEmpty();
		// cancelled and charged: the money is missing
		this.jdbc.sql("update orders set paid = true, status_since = now() - interval '11 minutes' where id = ?")
			.param(id)
			.update();
		assertThat(this.shop.get("/actuator/stuckorders", "Authorization", login).body()).hasSize(1);
		this.jdbc.sql("update orders set refunded = true where id = ?").param(id).update();
		assertThat(this.shop.get("/actuator/stuckorders", "Authorization", login).body()).isEmpty();
	}

	@Test
	void keysAreForgottenAfterADay() {
		this.jdbc.sql("""
				insert into idempotency_key values ('old', '\\x00', 'ORD-1', now() - interval '25 hours'),
				                                   ('younger', '\\x00', 'ORD-2', now() - interval '23 hours')""")
			.update();
		this.idempotencyKeys.forgetOldOnes();
		assertThat(this.jdbc.sql("select key from idempotency_key").query(String.class).list()).contains("younger")
			.doesNotContain("old");
	}

	private void assertRefused(String body, int status) {
		long before = count("orders") + count("users") + count("idempotency_key");
		assertProblem(this.shop.post("/orders", body), status);
		assertThat(count("orders") + count("users") + count("idempotency_key")).isEqualTo(before);
	}

	private static void assertProblem(Shop.Answer answer, int status) {
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.text("detail")).isNotBlank().doesNotContain("Exception");
	}

}
