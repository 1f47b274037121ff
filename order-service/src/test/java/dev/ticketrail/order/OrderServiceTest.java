package dev.ticketrail.order;

import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a real database and a real broker; one context a broker. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "ticketrail.operator.password=for-tests", "ticketrail.orders.max-streams=5",
				"ticketrail.orders.admission.outbox-limit=1000", "ticketrail.orders.admission.patience=1s" })
abstract class OrderServiceTest {

	@Autowired
	TestBroker broker;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	Shop shop;

	@BeforeEach
	void openShop() {
		this.shop = new Shop(this.port);
	}

	long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
