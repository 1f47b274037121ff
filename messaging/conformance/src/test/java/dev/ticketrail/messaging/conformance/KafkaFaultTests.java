package dev.ticketrail.messaging.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.RealInfrastructure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealInfrastructure(Broker.KAFKA)
@ResourceLock("kafka")
class KafkaFaultTests extends FaultConformance {

	private static final String DEAD_LETTERS = Ticket.OPENED + ".conformance.dlq";

	@Autowired
	private KafkaAdmin settings;

	private Admin admin;

	@BeforeEach
	void connect() {
		this.admin = Admin.create(this.settings.getConfigurationProperties());
	}

	@AfterEach
	void disconnect() {
		this.admin.close();
	}

	@Override
	void publishHuge(String key, byte[] payload) throws Exception {
		var topic = new ConfigResource(ConfigResource.Type.TOPIC, Ticket.OPENED);
		var room = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "6000000");
		this.admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(room, AlterConfigOp.OpType.SET))))
			.all()
			.get();
		try {
			send(key, payload);
		}
		finally {
			this.admin
				.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(room, AlterConfigOp.OpType.DELETE))))
				.all()
				.get();
		}
	}

	private void send(String key, byte @Nullable [] payload) throws Exception {
		Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
				this.settings.getConfigurationProperties().get("bootstrap.servers"),
				ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 6_000_000);
		try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>(Ticket.OPENED, key, payload)).get();
		}
	}

	@Test
	void recordWithoutAPayloadBecomesADeadLetterWithoutOne() throws Exception {
		String key = newId();
		send(key, null);
		assertThat(parked(key).get("payload").isNull()).isTrue();
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(next).size() == 1);
	}

	@Override
	void deleteDeadLetterQueue() throws Exception {
		this.admin.deleteTopics(List.of(DEAD_LETTERS)).all().get();
	}

	@Override
	void restoreDeadLetterQueue() throws Exception {
		this.admin.createTopics(List.of(new NewTopic(DEAD_LETTERS, 1, (short) 1)
			.configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "20000000")))).all().get();
	}

	/** Where a key is found may change: its order across the change is not promised. */
	@Test
	void everyEventArrivesAlsoInPartitionsThatAreAddedLater() throws Exception {
		this.admin.createPartitions(Map.of(Ticket.OPENED, NewPartitions.increaseTo(9))).all().get();
		await().atMost(SOON).until(() -> {
			List<String> tickets = IntStream.range(0, 20).mapToObj((_) -> append(Ticket.Behaviour.SUCCEED)).toList();
			await().atMost(SOON).until(() -> tickets.stream().allMatch((ticket) -> served(ticket).size() == 1));
			return committed(8) > 0;
		});
	}

	/** The partition goes to another instance while the first one still works on it. */
	@Test
	void eventWhoseHandlerIsSlowerThanThePollIntervalHasItsEffectOnce() {
		Map<String, Object> impatient = Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "slow.dish",
				"spring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms", "3000");
		String ticket = newId();
		try (var one = anotherKitchen(impatient); var other = anotherKitchen(impatient)) {
			this.broker.publish("slow.dish", ticket,
					Envelopes.json("slow.dish", Ticket.of(ticket, Ticket.Behaviour.TAKE_TIME)));
			await().atMost(SOON).until(() -> waitingForALock() == 1);
			one.getBean(Kitchen.class).done.countDown();
			other.getBean(Kitchen.class).done.countDown();
			await().atMost(SOON).until(() -> waitingForALock() == 0 && outboxRows(ticket) == 0);
		}
		assertThat(effects(ticket)).isEqualTo(1);
	}

	@Test
	void eventWaitsForATopicThatIsDeletedAndMadeAgain() throws Exception {
		this.admin.deleteTopics(List.of(Ticket.OPENED)).all().get();
		String ticket = append(Ticket.Behaviour.SUCCEED);
		this.admin.createTopics(List.of(new NewTopic(Ticket.OPENED, 6, (short) 1))).all().get();
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
	}

	private long committed(int partition) throws Exception {
		var offset = this.admin.listConsumerGroupOffsets("conformance")
			.partitionsToOffsetAndMetadata()
			.get()
			.get(new TopicPartition(Ticket.OPENED, partition));
		return (offset != null) ? offset.offset() : 0;
	}

}
