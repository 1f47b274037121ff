package dev.ticketrail.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a test gets, whatever the broker.
 */
@SpringBootTest
abstract class InfrastructureContract {

	private final String topic = "test." + UUID.randomUUID();

	@Autowired
	Environment environment;

	@Autowired
	TestBroker broker;

	@Test
	void databaseIsItsOwnAndDurable() throws SQLException {
		assertThat(query("show fsync")).isEqualTo("on");
		assertThat(query("show synchronous_commit")).isEqualTo("on");
		assertThat(query("select current_database()")).isEqualTo(query("select current_user")).startsWith("test_");
	}

	@Test
	void tapHearsWhatIsPublishedAfterItWasOpened() {
		this.broker.publish(this.topic, "early", "nobody listens".getBytes());
		try (TestBroker.Tap tap = this.broker.tap(this.topic)) {
			this.broker.publish(this.topic, "ORD-1", Map.of("ce_type", "order.placed"), "{}".getBytes());
			List<TestBroker.Received> received = await().atMost(Duration.ofSeconds(20))
				.until(tap::received, (messages) -> !messages.isEmpty());
			assertThat(received).singleElement().satisfies((message) -> {
				assertThat(message.key()).isEqualTo("ORD-1");
				assertThat(message.headers()).containsEntry("ce_type", "order.placed");
				assertThat(message.text()).isEqualTo("{}");
			});
		}
	}

	@Test
	void messageWithoutKeyAndPayloadIsDelivered() {
		try (TestBroker.Tap tap = this.broker.tap(this.topic)) {
			this.broker.publish(this.topic, null, null);
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(tap.received()).hasSize(1));
			assertThat(tap.received().getFirst().key()).isNull();
			assertThat(tap.received().getFirst().payload()).isEmpty();
		}
	}

	@Test
	void everyTapHearsEveryMessage() {
		try (TestBroker.Tap one = this.broker.tap(this.topic); TestBroker.Tap other = this.broker.tap(this.topic)) {
			for (int i = 0; i < 20; i++) {
				this.broker.publish(this.topic, "same key", String.valueOf(i).getBytes());
			}
			for (TestBroker.Tap tap : List.of(one, other)) {
				await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(tap.received()).hasSize(20));
				assertThat(tap.received()).extracting(TestBroker.Received::text)
					.startsWith("0", "1", "2")
					.endsWith("19");
			}
		}
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(
				this.environment.getRequiredProperty("spring.datasource.url"),
				this.environment.getRequiredProperty("spring.datasource.username"),
				this.environment.getRequiredProperty("spring.datasource.password"));
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	@SpringBootConfiguration
	static class Application {

	}

}
