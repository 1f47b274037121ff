package dev.ticketrail.messaging.conformance;

import java.time.Duration;
import java.util.Map;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@RealInfrastructure(Broker.RABBIT)
@ResourceLock("rabbit")
class RabbitFaultTests extends FaultConformance {

	private static final String QUEUE = Ticket.OPENED + ".conformance";

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Override
	void publishHuge(String key, byte[] payload) {
		this.broker.publish(Ticket.OPENED, key, payload);
	}

	@Override
	void deleteDeadLetterQueue() {
		this.admin.deleteQueue(QUEUE + ".dlq");
	}

	@Override
	void restoreDeadLetterQueue() {
		this.admin.declareQueue(QueueBuilder.durable(QUEUE + ".dlq").quorum().build());
		this.admin.declareBinding(new Binding(QUEUE + ".dlq", Binding.DestinationType.QUEUE, "DLX", QUEUE, Map.of()));
	}

	@Test
	void queueThatIsDeletedIsMadeAgainAndNothingInTheOutboxIsLost() {
		this.admin.deleteQueue(QUEUE);
		String ticket = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
	}

	@Test
	void eventWaitsWhileTheQueueIsFull() {
		Queue full = QueueBuilder.durable("full").maxLength(1L).overflow(QueueBuilder.Overflow.rejectPublish).build();
		this.admin.declareQueue(full);
		this.admin.declareBinding(new Binding("full", Binding.DestinationType.QUEUE, "nobody.listens", "#", Map.of()));
		try {
			append("nobody.listens", newId(), Ticket.of("first", Ticket.Behaviour.SUCCEED));
			await().atMost(SOON).until(() -> this.admin.getQueueInfo("full").getMessageCount() == 1);
			String key = newId();
			// and a clock that is set back meanwhile parks nothing for an hour
			this.kitchen.clockIsAhead = Duration.ofHours(1);
			append("nobody.listens", key, Ticket.of("second", Ticket.Behaviour.SUCCEED));
			await().atMost(SOON).until(() -> this.operator.parkedInOutbox(key).contains("the queue may be full"));
			this.kitchen.clockIsAhead = Duration.ZERO;
			this.admin.purgeQueue("full");
			await().atMost(SOON).until(() -> outboxRows(key) == 0);
			assertThat(this.admin.getQueueInfo("full").getMessageCount()).isEqualTo(1);
		}
		finally {
			this.kitchen.clockIsAhead = Duration.ZERO;
			this.admin.deleteQueue("full");
		}
	}

	/** On Kafka it would take longer to show the same. */
	@Test
	void eventThatFailsWhileItsServiceStopsIsTriedByTheNextOne() {
		Map<String, Object> own = Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "stop.now",
				"ticketrail.inbox.retry-pause", "20s");
		String ticket = newId();
		try (var stopping = anotherKitchen(own)) {
			this.broker.publish("stop.now", ticket,
					Envelopes.json("stop.now", Ticket.of(ticket, Ticket.Behaviour.FAIL)));
			Kitchen closing = stopping.getBean(Kitchen.class);
			await().atMost(SOON).until(() -> closing.attempts.containsKey(ticket));
			stopping.publishEvent(new ContextClosedEvent(stopping));
		}
		try (var next = anotherKitchen(
				Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "stop.now"))) {
			await().atMost(SOON).until(() -> next.getBean(Kitchen.class).attempts.getOrDefault(ticket, 0) >= 3);
			await().atMost(SOON).until(() -> this.operator.parked(ticket).isPresent());
		}
	}

	/** As the management's page does, or a tool that moves messages back. */
	@Test
	void badMessageThatComesStraightToAQueueBecomesALetterOfItsTopic() {
		String key = newId();
		MessageProperties properties = new MessageProperties();
		properties.setHeader("key", key);
		properties.setContentEncoding("gzip");
		properties.setHeader(MessageProperties.SPRING_AUTO_DECOMPRESS, true);
		this.rabbit.send("", Ticket.SERVED + ".conformance", new Message("rubbish".getBytes(), properties));
		assertThat(parked(key).get("topic").stringValue()).isEqualTo(Ticket.SERVED);
		assertThat(parked(key).get("payload").stringValue()).isEqualTo("rubbish");
		assertThat(parked(key).get("reason").stringValue()).contains("not well-formed JSON");
	}

	@Test
	void queueWithOtherArgumentsIsNotUsedSilently() {
		this.admin.declareQueue(QueueBuilder.durable("other.opened.conformance").build());
		assertThatIllegalStateException()
			.isThrownBy(() -> anotherKitchen(
					Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "other.opened")))
			.withMessageContaining("other arguments")
			.withMessageContaining("other.opened.conformance");
	}

}
