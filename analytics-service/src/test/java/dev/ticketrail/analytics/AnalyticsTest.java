package dev.ticketrail.analytics;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The running service, as its tests see it: one context a broker for all of them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "ticketrail.operator.password=open sesame")
abstract class AnalyticsTest {

	@Autowired
	TestBroker broker;

	@Autowired
	Reports reports;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private RestClient http = RestClient.create();

	@BeforeEach
	void connect() {
		this.http = RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory(
					HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()))
			.baseUrl("http://localhost:" + this.port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	ResponseEntity<JsonNode> get(String path, Object... variables) {
		return this.http.get().uri(path, variables).retrieve().toEntity(JsonNode.class);
	}

	ResponseEntity<JsonNode> operator(HttpMethod method, String path) {
		return this.http.method(method)
			.uri(path)
			.headers((headers) -> headers.setBasicAuth("operator", "open sesame"))
			.retrieve()
			.toEntity(JsonNode.class);
	}

	ResponseEntity<JsonNode> stranger(HttpMethod method, String path) {
		return this.http.method(method).uri(path).retrieve().toEntity(JsonNode.class);
	}

	/** Waits until so many events of the order are in the log. */
	void awaitEvents(String orderId, int count) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(recorded(orderId)).isEqualTo(count));
	}

	private int recorded(String orderId) {
		return this.jdbc.sql("select count(*) from event_log where order_id = ?")
			.param(orderId)
			.query(Integer.class)
			.single();
	}

	/** What a product sold, whatever the other tests did. */
	List<Reports.ProductSales> sales(String product) {
		return this.jdbc.sql("""
				select product_id, sum(units) as units, sum(revenue) as revenue, currency from product_sales
				where generation = (select generation from current_generation) and product_id = ?
				group by product_id, currency""").param(product).query(Reports.ProductSales.class).list();
	}

}
