package dev.ticketrail.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A customer and an operator of the shop, who know nothing but its REST interface. */
class ShopClient {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Shop shop;

	ShopClient(Shop shop) {
		this.shop = shop;
	}

	/** The order of the contract: 2 x PROD-001 and 1 x PROD-042. */
	static String contractOrder(String email) {
		return order(email, "pm_card_visa", Map.of("PROD-001", 2, "PROD-042", 1));
	}

	static String order(String email, String paymentMethod, Map<String, Integer> quantities) {
		return JSON.writeValueAsString(Map.of("customer", Map.of("name", "Ada Smith", "email", email), "items",
				items(quantities), "shippingAddress", address(), "paymentMethod", paymentMethod));
	}

	static String orderOf(String userId, Map<String, Integer> quantities) {
		return JSON
			.writeValueAsString(Map.of("userId", userId, "items", items(quantities), "shippingAddress", address()));
	}

	private static List<Map<String, Object>> items(Map<String, Integer> quantities) {
		return quantities.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((item) -> Map.<String, Object>of("productId", item.getKey(), "quantity", item.getValue()))
			.toList();
	}

	private static Map<String, String> address() {
		return Map.of("street", "123 Main St", "city", "London", "postcode", "EC1A 1BB");
	}

	/** Places an order that must be accepted. */
	String place(String order) {
		HttpResponse<String> answer = post("order-service", "/orders", order, Map.of());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return read(answer).get("orderId").stringValue();
	}

	HttpResponse<String> post(String service, String path, String body, Map<String, String> headers) {
		HttpRequest.Builder request = request(service, path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		headers.forEach(request::header);
		return send(request);
	}

	HttpResponse<String> operate(String service, String method, String path, String body) {
		String login = "operator:" + this.shop.operatorPassword();
		return send(request(service, path).header("Content-Type", "application/json")
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes()))
			.method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	JsonNode inspect(String service, String path) {
		HttpResponse<String> answer = operate(service, "GET", path, "");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return read(answer);
	}

	HttpResponse<String> get(String service, String path) {
		return send(request(service, path));
	}

	JsonNode read(String service, String path) {
		HttpResponse<String> answer = get(service, path);
		assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
		return read(answer);
	}

	static JsonNode read(HttpResponse<String> answer) {
		return JSON.readTree(answer.body());
	}

	String status(String orderId) {
		return read("order-service", "/orders/" + orderId).get("status").stringValue();
	}

	void awaitStatus(String orderId, String status, Duration patience) {
		await().atMost(patience)
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(status(orderId)).isEqualTo(status));
	}

	/** What the payment gateway's own ledger says about an order: one status a charge. */
	List<String> charges(String orderId) {
		return inspect("payment-service", "/gateway/charges?orderId=" + orderId).valueStream()
			.map((charge) -> charge.get("status").stringValue())
			.toList();
	}

	void gateway(String mode, int delayMillis) {
		HttpResponse<String> answer = operate("payment-service", "PUT", "/gateway/behaviour",
				JSON.writeValueAsString(Map.of("mode", mode, "delayMillis", delayMillis)));
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
	}

	int available(String productId) {
		return read("inventory-service", "/stock/" + productId).get("available").intValue();
	}

	/** How many mails the mail server has received for an address. */
	int mails(String address) {
		URI inbox = this.shop.mail().api().resolve("/api/user/" + address + "/messages/INBOX");
		HttpResponse<String> answer = send(HttpRequest.newBuilder(inbox).GET());
		return (answer.statusCode() == 200) ? read(answer).size() : 0;
	}

	/** The dead letters of a service with a given key. */
	List<JsonNode> deadLetters(String service, String key) {
		return inspect(service, "/actuator/deadletters?size=500").get("deadLetters")
			.valueStream()
			.filter((letter) -> letter.get("key").isString() && letter.get("key").stringValue().equals(key))
			.toList();
	}

	/** The value of one of an instance's metrics. */
	double measure(String service, String metric) {
		return inspect(service, "/actuator/metrics/" + metric).at("/measurements/0/value").doubleValue();
	}

	long waiting(String service, String topic) {
		return inspect(service, "/actuator/backlog").valueStream()
			.filter((backlog) -> backlog.get("topic").stringValue().equals(topic))
			.mapToLong((backlog) -> backlog.get("waiting").longValue())
			.sum();
	}

	private HttpRequest.Builder request(String service, String path) {
		return HttpRequest.newBuilder(this.shop.url(service).resolve(path)).timeout(Duration.ofSeconds(20));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
