package dev.ticketrail.messaging.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.faults.TcpProxy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** What is promised when the broker, a message or an operator misbehaves. */
abstract class FaultConformance extends ConformanceTest {

	private static final int FIVE_MEGABYTES = 5_000_000;

	@Autowired
	private ScheduledTaskHolder schedule;

	/** Publishes what a client that is allowed to may publish. */
	abstract void publishHuge(String key, byte[] payload) throws Exception;

	/** Takes the dead-letter queue of {@link Ticket#OPENED} away. */
	abstract void deleteDeadLetterQueue() throws Exception;

	/** Brings it back. */
	abstract void restoreDeadLetterQueue() throws Exception;

	@Test
	void messageOfFiveMegabytesBecomesADeadLetterAndHoldsNobodyUp() throws Exception {
		String key = newId();
		publishHuge(key, "x".repeat(FIVE_MEGABYTES).getBytes());
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(next).size() == 1);
		assertThat(parked(key).get("reason").stringValue()).contains("not well-formed JSON");
	}

	@Test
	void headersOfAStrangerChooseNothing() {
		String ticket = newId();
		this.broker.publish(Ticket.OPENED, ticket,
				Map.of("spring_json_header_types", "{\"x\":\"java.net.URL\"}", "__TypeId__", "java.net.URL", "x",
						"http://example.com", "contentType", "application/x-java-serialized-object", "contentEncoding",
						"gzip", "springBatchFormat", "lengthHeader4", "huge", "h".repeat(20_000)),
				Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.SUCCEED)));
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
	}

	@Test
	void badMessageOfAStrangerIsKeptAsItCame() {
		String key = newId();
		this.broker.publish(Ticket.OPENED, key,
				Map.of("dlq_no_payload", "true", "dlq_attempts", "99", "dlq_reason", "none"), "rubbish".getBytes());
		JsonNode letter = parked(key);
		assertThat(letter.get("payload").stringValue()).isEqualTo("rubbish");
		assertThat(letter.get("attempts").intValue()).isEqualTo(1);
		assertThat(letter.get("reason").stringValue()).contains("not well-formed JSON");
	}

	@Test
	void badMessageStaysWithTheBrokerUntilItsDeadLetterQueueHasIt() throws Exception {
		deleteDeadLetterQueue();
		String key = newId();
		try {
			this.broker.publish(Ticket.OPENED, key, "rubbish".getBytes());
			await().atMost(SOON).until(() -> this.outages.waiting().containsKey(Ticket.OPENED + " for conformance"));
			assertThat(this.operator.health()).contains("dead-letter queue");
			assertThat(this.operator.parked(key)).isEmpty();
		}
		finally {
			restoreDeadLetterQueue();
		}
		assertThat(parked(key).get("reason").stringValue()).contains("not well-formed JSON");
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(next).size() == 1);
	}

	/** The other instance is played by a transaction that this test holds open. */
	@Test
	void eventThatAnotherInstanceRollsBackIsHandled() {
		String ticket = newId();
		byte[] event = Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.SUCCEED));
		String id = Wire.JSON.readTree(event).get(Wire.EVENT_ID).stringValue();
		new TransactionTemplate(this.transactions).executeWithoutResult((other) -> {
			this.jdbc.update("insert into processed_event values ('conformance', ?::uuid, now())", id);
			this.broker.publish(Ticket.OPENED, ticket, event);
			await().atMost(SOON).until(() -> waitingForALock() == 1);
			assertThat(effects(ticket)).isZero();
			other.setRollbackOnly();
		});
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
	}

	/** PostgreSQL commits or does not; the instance cannot know. */
	@Test
	void eventWhoseCommitIsCutOffHasItsEffectOnce() {
		URI database = URI.create(this.environment.getProperty("spring.datasource.url").substring("jdbc:".length()));
		try (TcpProxy way = new TcpProxy(database.getPort());
				var _ = anotherKitchen(Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "commit.cut",
						"spring.datasource.url",
						// each COMMIT is sent by its name
						"jdbc:postgresql://localhost:" + way.port() + database.getPath() + "?prepareThreshold=0"))) {
			for (int i = 0; i < 6; i++) {
				if (i % 2 == 0) {
					way.cutBefore("insert into effect", "COMMIT");
				}
				else {
					way.cutAfter("insert into effect", "COMMIT");
				}
				String ticket = newId();
				this.broker.publish("commit.cut", ticket,
						Envelopes.json("commit.cut", Ticket.of(ticket, Ticket.Behaviour.SUCCEED)));
				await().atMost(SOON).until(() -> !way.isWaiting() && effects(ticket) == 1 && outboxRows(ticket) == 0);
			}
		}
		assertThat(this.jdbc.queryForList("select ticket_id from effect", String.class)).doesNotHaveDuplicates();
		assertThat(
				this.jdbc.queryForObject("select count(*) from dead_letter where topic = 'commit.cut'", Integer.class))
			.isZero();
	}

	/**
	 * A service that stops may go on listening for a while: its web server waits for
	 * requests first.
	 */
	@Test
	void eventThatIsReturnedByAServiceThatStopsIsNotGivenUp() {
		Map<String, Object> own = Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "stop.soon");
		String ticket = newId();
		try (var stopping = anotherKitchen(own)) {
			Kitchen closing = stopping.getBean(Kitchen.class);
			closing.worldIsDown.set(true);
			this.broker.publish("stop.soon", ticket,
					Envelopes.json("stop.soon", Ticket.of(ticket, Ticket.Behaviour.WORLD_IS_DOWN)));
			await().atMost(SOON).until(() -> closing.attempts.containsKey(ticket));
			stopping.publishEvent(new ContextClosedEvent(stopping));
			int before = closing.attempts.get(ticket);
			await().atMost(SOON).until(() -> closing.attempts.get(ticket) > before);
			// RabbitMQ gives up what it has delivered twenty times
			await().during(ofSeconds(2)).atMost(SOON).until(() -> closing.attempts.get(ticket) < before + 5);
		}
		try (var _ = anotherKitchen(own)) {
			await().atMost(SOON).until(() -> effects(ticket) == 1);
		}
		assertThat(this.operator.parked(ticket)).isEmpty();
	}

	@Test
	void serviceThatStopsFinishesWhatItHasInHand() throws Exception {
		Map<String, Object> own = Map.of("spring.cloud.stream.bindings.serveTicket-in-0.destination", "stop.later");
		String ticket = newId();
		var stopping = anotherKitchen(own);
		Kitchen closing = stopping.getBean(Kitchen.class);
		CountDownLatch told = new CountDownLatch(1);
		stopping.addApplicationListener((ApplicationListener<ContextClosedEvent>) (_) -> told.countDown());
		this.broker.publish("stop.later", ticket,
				Envelopes.json("stop.later", Ticket.of(ticket, Ticket.Behaviour.TAKE_TIME)));
		await().atMost(SOON).until(() -> closing.attempts.containsKey(ticket));
		Thread end = Thread.ofVirtual().start(stopping::close);
		assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
		await().during(ofSeconds(1)).atMost(SOON).until(end::isAlive);
		closing.done.countDown();
		assertThat(end.join(SOON)).isTrue();
		assertThat(effects(ticket)).isEqualTo(1);
	}

	@Test
	void eventsFlowWhileTheClockJumpsByAnHour() {
		try {
			for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO)) {
				this.kitchen.clockIsAhead = jump;
				String ticket = append(Ticket.Behaviour.FAIL_TWICE);
				String bad = append(Ticket.Behaviour.FAIL_FOR_GOOD);
				await().atMost(SOON).until(() -> served(ticket).size() == 1);
				parked(bad);
				assertThat(effects(ticket)).isEqualTo(1);
			}
		}
		finally {
			this.kitchen.clockIsAhead = Duration.ZERO;
		}
	}

	@Test
	void eventThatNoBrokerWouldTakeIsRefusedBeforeTheCommit() {
		String ticket = newId();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> append(Ticket.OPENED, ticket,
					new Ticket(ticket, Ticket.Behaviour.SUCCEED, "x".repeat(3_500_000))))
			.withMessageContaining("3500")
			.withMessageContaining(Ticket.OPENED);
		assertThat(outboxRows(ticket)).isZero();
	}

	@Test
	void settledDeadLettersAreForgottenAndParkedOnesAreNot() {
		String discarded = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		UUID id = UUID.fromString(parked(discarded).get("id").stringValue());
		String waiting = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		parked(waiting);
		this.operator.discard(id.toString());
		this.jdbc.update("update dead_letter set last_failed_at = last_failed_at - interval '91 days'");
		clean("DeadLetterCleaner");
		assertThat(this.jdbc.queryForList("select message_key from dead_letter", String.class)).contains(waiting)
			.doesNotContain(discarded);
	}

	@Test
	void processedEventsAreForgottenAfterAMonth() {
		String old = processed("31 days");
		String younger = processed("29 days");
		clean("InboxCleaner");
		assertThat(this.jdbc.queryForList("select event_id from processed_event", String.class)).contains(younger)
			.doesNotContain(old);
	}

	private String processed(String ago) {
		String id = newId();
		this.jdbc.update("insert into processed_event values ('conformance', ?::uuid, now() - ?::interval)", id, ago);
		return id;
	}

	private void clean(String cleaner) {
		List<Runnable> tasks = this.schedule.getScheduledTasks()
			.stream()
			.filter((task) -> task.toString().contains(cleaner))
			.map((task) -> task.getTask().getRunnable())
			.toList();
		assertThat(tasks).hasSize(1);
		tasks.forEach(Runnable::run);
	}

}
