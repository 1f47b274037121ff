package dev.ticketrail.payment;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.ticketrail.testing.TestBroker;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The running service, seen from outside; one for all tests on a broker. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "ticketrail.operator.password=" + PaymentServiceTest.PASSWORD)
public abstract class PaymentServiceTest {

	static final String PASSWORD = "open-sesame";

	@Autowired
	protected TestBroker broker;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected JsonMapper json;

	@LocalServerPort
	private int port;

	static {
		// shared machines are slow at times; what works does not wait that long
		Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
	}

	@AfterEach
	void gatewayIsNormalAgain() {
		behave("{\"mode\": \"NORMAL\"}");
	}

	protected ResponseEntity<JsonNode> get(String path, Object... variables) {
		return answer(client().get().uri(path, variables));
	}

	protected ResponseEntity<JsonNode> getAsOperator(String path, Object... variables) {
		return answer(operator().get().uri(path, variables));
	}

	protected ResponseEntity<JsonNode> behave(String behaviour) {
		return answer(
				operator().put().uri("/gateway/behaviour").contentType(MediaType.APPLICATION_JSON).body(behaviour));
	}

	protected ResponseEntity<JsonNode> behaveWithoutLogin(String behaviour) {
		return answer(client().put().uri("/gateway/behaviour").contentType(MediaType.APPLICATION_JSON).body(behaviour));
	}

	protected ResponseEntity<JsonNode> redrive(String deadLetter) {
		return answer(operator().post()
			.uri("/actuator/deadletters/{id}", deadLetter)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"action\": \"redrive\"}"));
	}

	private ResponseEntity<JsonNode> answer(RestClient.RequestHeadersSpec<?> request) {
		return request.exchange((sent, received) -> ResponseEntity.status(received.getStatusCode())
			.headers(received.getHeaders())
			.body(this.json.readTree(received.getBody())));
	}

	private RestClient client() {
		return RestClient.create("http://localhost:" + this.port);
	}

	private RestClient operator() {
		return client().mutate().defaultHeaders((headers) -> headers.setBasicAuth("operator", PASSWORD)).build();
	}

	/** What the gateway has booked for an order, as id and status. */
	protected List<Map<String, Object>> booked(String orderId) {
		return this.jdbc.sql("select charge_id, status, idempotency_key from gateway.charge where order_id = ?")
			.param(orderId)
			.query()
			.listOfRows();
	}

	protected String status(String orderId) {
		JsonNode status = get("/payments/{id}", orderId).getBody().path("status");
		return status.isString() ? status.asString() : "";
	}

	/** The data of the events about an order, in the order of arrival. */
	protected List<JsonNode> about(String orderId, TestBroker.Tap tap) {
		return tap.received()
			.stream()
			.filter((event) -> orderId.equals(event.key()))
			.map((event) -> this.json.readTree(event.payload()).path("data"))
			.toList();
	}

}
