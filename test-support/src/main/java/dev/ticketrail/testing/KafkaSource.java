package dev.ticketrail.testing;

import dev.ticketrail.launcher.KafkaBroker;
import dev.ticketrail.launcher.Ports;
import org.testcontainers.kafka.KafkaContainer;

import org.springframework.boot.SpringApplication;

/**
 * A Kafka cluster.
 *
 * @param bootstrapServers where clients find it
 */
record KafkaSource(String bootstrapServers) {

	private static final Once<KafkaSource> CLUSTER = new Once<>("Kafka", KafkaSource::find);

	static KafkaSource get() {
		return CLUSTER.get();
	}

	private static KafkaSource find() {
		String given = System.getenv("TICKETRAIL_TEST_KAFKA_BROKERS");
		if (given != null) {
			return new KafkaSource(given);
		}
		return new KafkaSource(Docker.answers() ? container() : local());
	}

	private static String local() {
		return Local.start((folder) -> new KafkaBroker(folder.resolve("data"), Ports.free(), folder.resolve("log")))
			.bootstrapServers();
	}

	private static String container() {
		KafkaContainer container = new KafkaContainer("apache/kafka:4.2.2").withEnv("KAFKA_NUM_PARTITIONS", "6")
			.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
		SpringApplication.getShutdownHandlers().add(container::stop);
		container.start();
		return container.getBootstrapServers();
	}

}
