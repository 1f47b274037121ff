package dev.ticketrail.launcher;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ServersTests {

	@TempDir
	Path folder;

	@Test
	void postgresIsDurableAndKeepsItsDataWhenKilled() throws SQLException {
		try (Postgres postgres = new Postgres(this.folder.resolve("data"), Ports.free(),
				this.folder.resolve("postgres.log"))) {
			postgres.start();
			Database orders = postgres.administrator().create("orders");
			assertThat(query(orders, "show fsync")).isEqualTo("on");
			assertThat(query(orders, "show synchronous_commit")).isEqualTo("on");
			assertThat(query(orders, "show full_page_writes")).isEqualTo("on");
			assertThat(query(orders, "create table kept as select 42 as answer; select answer from kept"))
				.isEqualTo("42");

			postgres.kill();
			assertThat(postgres.isAlive()).isFalse();
			postgres.start();

			assertThat(query(orders, "select answer from kept")).isEqualTo("42");
		}
	}

	@Test
	void kafkaKeepsItsRecordsWhenKilled() throws Exception {
		try (KafkaBroker kafka = new KafkaBroker(this.folder.resolve("data"), Ports.free(),
				this.folder.resolve("kafka.log"))) {
			kafka.start();
			try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
				admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
			}
			try (Producer<String, String> producer = new KafkaProducer<>(
					Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"), new StringSerializer(),
					new StringSerializer())) {
				producer.send(new ProducerRecord<>("kept", "key", "value")).get();
			}

			kafka.kill();
			assertThat(kafka.isAlive()).isFalse();
			kafka.start();

			try (Consumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers",
					kafka.bootstrapServers(), "group.id", "readers", "auto.offset.reset", "earliest"),
					new StringDeserializer(), new StringDeserializer())) {
				consumer.subscribe(List.of("kept"));
				List<String> values = new ArrayList<>();
				await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
					consumer.poll(Duration.ofMillis(200)).forEach((read) -> values.add(read.value()));
					assertThat(values).containsExactly("value");
				});
			}
		}
	}

	/**
	 * The queue is declared in an earlier run: RabbitMQ 3.10 forgets a quorum queue when
	 * it is killed within the second in which it was declared.
	 */
	@Test
	void rabbitKeepsItsMessagesWhenKilled() throws Exception {
		try (RabbitNode rabbit = new RabbitNode(this.folder.resolve("data"), Ports.free(),
				this.folder.resolve("rabbit.log"))) {
			rabbit.start();
			RabbitAddress address = rabbit.virtualHost("shop");
			inChannel(address, (channel) -> {
				channel.queueDeclare("kept", true, false, false, Map.of("x-queue-type", "quorum"));
				publish(channel, "before");
			});
			rabbit.stop();
			rabbit.start();
			inChannel(address, (channel) -> publish(channel, "after"));

			rabbit.kill();
			assertThat(rabbit.isAlive()).isFalse();
			rabbit.start();

			inChannel(address, (channel) -> await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(channel.messageCount("kept")).isEqualTo(2)));
		}
	}

	private static void publish(Channel channel, String text) throws Exception {
		channel.confirmSelect();
		channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, text.getBytes());
		channel.waitForConfirmsOrDie();
	}

	private static void inChannel(RabbitAddress address, ChannelAction action) throws Exception {
		try (Connection connection = address.connect(); Channel channel = connection.createChannel()) {
			action.perform(channel);
		}
	}

	@FunctionalInterface
	interface ChannelAction {

		void perform(Channel channel) throws Exception;

	}

	private static String query(Database database, String sql) throws SQLException {
		try (java.sql.Connection connection = DriverManager.getConnection(database.url(), database.user(),
				database.password()); Statement statement = connection.createStatement()) {
			boolean rows = statement.execute(sql);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			try (ResultSet result = statement.getResultSet()) {
				result.next();
				return result.getString(1);
			}
		}
	}

}
