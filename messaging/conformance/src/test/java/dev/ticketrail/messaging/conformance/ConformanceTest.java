package dev.ticketrail.messaging.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.messaging.inbox.Outages;
import dev.ticketrail.messaging.outbox.Outbox;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/** One kitchen on a real database and a real broker; one context a broker. */
@SpringBootTest(classes = Kitchen.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ConformanceTest {

	static final Duration SOON = Duration.ofSeconds(20);

	@Autowired
	Outbox outbox;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Kitchen kitchen;

	@Autowired
	TestBroker broker;

	@Autowired
	Outages outages;

	@Autowired
	ConfigurableEnvironment environment;

	@LocalServerPort
	int port;

	Operator operator;

	@BeforeEach
	void hireAnOperator() {
		this.operator = new Operator(this.port);
	}

	@Autowired
	PlatformTransactionManager transactions;

	/** Another instance on the same servers, with some settings of its own. */
	ConfigurableApplicationContext anotherKitchen(Map<String, Object> settings) {
		PropertySource<?> infrastructure = this.environment.getPropertySources().get("real infrastructure");
		return new SpringApplicationBuilder(Kitchen.class).profiles(this.environment.getActiveProfiles())
			.initializers((context) -> {
				MutablePropertySources sources = context.getEnvironment().getPropertySources();
				sources.addFirst(infrastructure);
				sources.addFirst(new MapPropertySource("its own", settings));
			})
			.run("--server.port=0");
	}

	String append(Ticket.Behaviour behaviour) {
		String ticket = newId();
		append(Ticket.OPENED, ticket, Ticket.of(ticket, behaviour));
		return ticket;
	}

	void append(String topic, String key, Object data) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.outbox.append(topic, key, data));
	}

	JsonNode parked(String key) {
		return await().atMost(SOON)
			.until(() -> this.operator.parked(key), (letter) -> letter.isPresent())
			.orElseThrow();
	}

	List<Event<Ticket>> served(String ticket) {
		return this.kitchen.served.stream().filter((event) -> event.data().id().equals(ticket)).toList();
	}

	static List<TestBroker.Received> ofKey(TestBroker.Tap tap, String key) {
		return tap.received().stream().filter((received) -> key.equals(received.key())).toList();
	}

	int effects(String ticket) {
		return this.jdbc.queryForObject("select count(*) from effect where ticket_id = ?", Integer.class, ticket);
	}

	int outboxRows(String key) {
		return this.jdbc.queryForObject("select count(*) from outbox where message_key = ?", Integer.class, key);
	}

	/** How many sessions of this service's database wait for another one's lock. */
	int waitingForALock() {
		return this.jdbc.queryForObject("""
				select count(*) from pg_stat_activity
				 where datname = current_database() and wait_event_type = 'Lock'""", Integer.class);
	}

	static String newId() {
		return UUID.randomUUID().toString();
	}

}
