package dev.ticketrail.inventory.web;

import java.net.URI;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure(Broker.KAFKA)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "ticketrail.operator.password=open-sesame")
class StockApiTests {

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private RestTestClient anybody;

	private RestTestClient operator;

	@BeforeEach
	void connect() {
		this.anybody = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		this.operator = this.anybody.mutate()
			.defaultHeaders((headers) -> headers.setBasicAuth("operator", "open-sesame"))
			.build();
	}

	@Test
	void seededStockIsShown() {
		this.anybody.get().uri("/stock/PROD-007").exchange().expectStatus().isOk().expectBody().json("""
				{"productId": "PROD-007", "name": "Limited Roast", "available": 10, "reserved": 0,
				 "initial": 10, "threshold": 5, "low": false}""");
		this.anybody.get()
			.uri("/stock")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[0].productId")
			.isEqualTo("PROD-001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stock/PROD-000", "/stock/%F0%9F%8D%B5", "/stock/'%20or%201=1", "/stock/%00",
			"/stock/a%00b", "/stock/%ED%A0%80", "/stock/PROD-001/nothing" })
	void whatIsNotThereIsAProblem(String path) {
		this.anybody.get()
			.uri(URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.is4xxClientError()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void operatorRestocks() {
		restock(this.operator, "PROD-013", "{\"quantity\": 20}").expectStatus().isOk().expectBody().json("""
				{"productId": "PROD-013", "available": 20, "reserved": 0, "initial": 20, "low": false}""");
	}

	@Test
	void nobodyElseRestocks() {
		restock(this.anybody, "PROD-005", "{\"quantity\": 20}").expectStatus().isUnauthorized();
		assertThat(available("PROD-005")).isEqualTo(100_000);
	}

	@Test
	void unknownProductIsNotRestocked() {
		restock(this.operator, "PROD-000", "{\"quantity\": 20}").expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{}", "{\"quantity\": null}", "{\"quantity\": 0}",
			"{\"quantity\": -1}", "{\"quantity\": 1000001}", "{\"quantity\": 2147483648}", "{\"quantity\": 1e400}",
			"{\"quantity\": 1.5}", "{\"quantity\": \"12\"}", "{\"quantity\": \"\\u0000\"}", "{\"quantity\": [1]}",
			"{\"quantity\": true}", "{\"quantity\": 1, \"quantity\": 2}", "{\"quantity\": 1} 2" })
	void nonsenseIsAProblemAndChangesNothing(String body) {
		restock(this.operator, "PROD-006", body).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isNotEmpty();
		assertThat(available("PROD-006")).isEqualTo(100_000);
	}

	@Test
	void noProductOverflows() {
		this.jdbc.sql("update stock set initial = 1000000000, available = 1000000000 where product_id = 'PROD-010'")
			.update();
		restock(this.operator, "PROD-010", "{\"quantity\": 1}").expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.detail")
			.isNotEmpty();
		assertThat(available("PROD-010")).isEqualTo(1_000_000_000);
	}

	private int available(String productId) {
		return this.jdbc.sql("select available from stock where product_id = ?")
			.param(productId)
			.query(Integer.class)
			.single();
	}

	private static RestTestClient.ResponseSpec restock(RestTestClient client, String productId, String body) {
		return client.post()
			.uri("/stock/{id}/restock", productId)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

}
