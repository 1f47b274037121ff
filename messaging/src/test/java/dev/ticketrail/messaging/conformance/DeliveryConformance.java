package dev.ticketrail.messaging.conformance;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.support.TransactionTemplate;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What every broker has to keep. Where brokers differ, a subclass says so: they refuse
 * different things.
 */
abstract class DeliveryConformance extends ConformanceTest {

	/** What the outbox says about an event that this broker refuses. */
	abstract String refusal();

	/** Appends an event that this broker refuses. */
	abstract void appendRefused(String key);

	@Test
	void committedEventIsHandledOnceAndItsFollowerPublished() {
		String ticket = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
		await().atMost(SOON).untilAsserted(() -> assertThat(outboxRows(ticket)).isZero());
	}

	@Test
	void rolledBackEventIsNeverPublished() {
		String ticket = newId();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.outbox.append(Ticket.OPENED, ticket, Ticket.of(ticket, Ticket.Behaviour.SUCCEED));
			status.setRollbackOnly();
		});
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(next).size() == 1);
		assertThat(effects(ticket)).isZero();
	}

	/** The outbox inserts when a transaction ends, so its row is written for it. */
	@Test
	void eventThatIsCommittedLateIsNotPassedOver() {
		String early = newId();
		String late = new TransactionTemplate(this.transactions).execute((status) -> {
			byte[] event = Envelopes.json(Ticket.OPENED, Ticket.of(early, Ticket.Behaviour.SUCCEED));
			this.jdbc.update("""
					insert into outbox (event_id, topic, message_key, payload, traceparent, occurred_at)
					values (?::uuid, ?, ?, ?, ?, now())""", Wire.JSON.readTree(event).get(Wire.EVENT_ID).stringValue(),
					Ticket.OPENED, early, new String(event, StandardCharsets.UTF_8),
					"00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01");
			return CompletableFuture.supplyAsync(() -> append(Ticket.Behaviour.SUCCEED))
				.thenApply((ticket) -> await().atMost(SOON).until(() -> ticket, (id) -> served(id).size() == 1))
				.join();
		});
		await().atMost(SOON).until(() -> served(early).size() == 1);
		assertThat(this.kitchen.served.stream().map((event) -> event.data().id()).toList()).containsSubsequence(late,
				early);
	}

	/** The other instance is played by a connection that takes its lock. */
	@Test
	void onlyOneInstanceEmptiesTheOutbox() {
		String ticket = this.jdbc.execute((Connection other) -> {
			await().atMost(SOON).until(() -> takesTheLock(other));
			try {
				String waiting = append(Ticket.Behaviour.SUCCEED);
				await().during(ofSeconds(2)).atMost(SOON).until(() -> outboxRows(waiting) == 1);
				return waiting;
			}
			finally {
				holds(other, "select pg_advisory_unlock(hashtext('ticketrail.outbox'))");
			}
		});
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
	}

	/** Whoever has it loses it with its connection. */
	private boolean takesTheLock(Connection connection) throws SQLException {
		this.jdbc.execute("""
				select pg_terminate_backend(pid) from pg_locks
				 where locktype = 'advisory' and database = (select oid from pg_database
				                                              where datname = current_database())""");
		return holds(connection, "select pg_try_advisory_lock(hashtext('ticketrail.outbox'))");
	}

	private static boolean holds(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			return result.next() && result.getBoolean(1);
		}
	}

	@Test
	void appendingOutsideATransactionIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.outbox.append(Ticket.OPENED, "key", "data"))
			.withMessageContaining("transaction");
	}

	@Test
	void appendingToATopicWithoutABindingIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> append("no.such.topic", "key", "data"))
			.withMessageContaining("no.such.topic");
	}

	@Test
	void eventDeliveredAHundredTimesHasItsEffectOnce() {
		String ticket = newId();
		byte[] event = Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.SUCCEED));
		for (int i = 0; i < 100; i++) {
			this.broker.publish(Ticket.OPENED, ticket, event);
		}
		String last = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(ticket).size() == 1 && served(last).size() == 1);
		await().atMost(SOON).until(() -> this.operator.waiting(Ticket.OPENED) == 0);
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(served(ticket)).hasSize(1);
	}

	@Test
	void poisonInTheMiddleOfABatchLeavesItsNeighboursUnharmed() {
		List<String> tickets = IntStream.range(0, 200).mapToObj((i) -> newId()).toList();
		String poison = tickets.get(100);
		new TransactionTemplate(this.transactions).executeWithoutResult(
				(status) -> tickets.forEach((ticket) -> this.outbox.append(Ticket.OPENED, ticket, Ticket.of(ticket,
						ticket.equals(poison) ? Ticket.Behaviour.FAIL_FOR_GOOD : Ticket.Behaviour.SUCCEED))));
		await().atMost(SOON).until(() -> this.operator.parked(poison).isPresent());
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(tickets)
				.allSatisfy((ticket) -> assertThat(effects(ticket)).isEqualTo(ticket.equals(poison) ? 0 : 1)));
	}

	@Test
	void transientFailureIsTriedAgain() {
		String ticket = append(Ticket.Behaviour.FAIL_TWICE);
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(this.operator.parked(ticket)).isEmpty();
	}

	@Test
	void duplicatesOfAnEventThatIsRolledBackAreHandledOnce() {
		String ticket = newId();
		byte[] event = Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.FAIL_TWICE));
		for (int i = 0; i < 5; i++) {
			this.broker.publish(Ticket.OPENED, ticket, event);
		}
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		await().atMost(SOON).until(() -> this.operator.waiting(Ticket.OPENED) == 0);
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(served(ticket)).hasSize(1);
	}

	@Test
	void lastingFailureBecomesADeadLetterAfterThreeAttempts() {
		String ticket = append(Ticket.Behaviour.FAIL);
		JsonNode letter = parked(ticket);
		assertThat(letter.get("reason").stringValue()).isEqualTo("the oven is cold");
		assertThat(letter.get("attempts").intValue()).isEqualTo(3);
		assertThat(this.kitchen.attempts.get(ticket)).isBetween(3, 4);
		assertThat(effects(ticket)).isZero();
		assertThat(served(ticket)).isEmpty();
	}

	@Test
	void permanentFailureIsTriedOnce() {
		String ticket = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		JsonNode letter = parked(ticket);
		assertThat(letter.get("reason").stringValue()).isEqualTo("there is no such dish");
		assertThat(letter.get("attempts").intValue()).isEqualTo(1);
		assertThat(this.kitchen.attempts.get(ticket)).isBetween(1, 2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					not json at all                                                    | not well-formed JSON
					{"eventId":"x","eventType":"ticket.opened","timestamp":"t"}        | eventId is not a UUID
					[1,2,3]                                                            | not a JSON object
					{"eventId":1}                                                      | eventId is missing
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.closed"} | eventType is not ticket.opened
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.opened","timestamp":"2026-01-15T10:30:00Z","data":[]} | data is missing
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.opened","timestamp":"2026-01-15T10:30:00Z","data":{"id":"a","behaviour":"DANCE"}} | data.behaviour
					""")
	void malformedMessageBecomesADeadLetterWithItsReason(String payload, String reason) {
		String key = newId();
		this.broker.publish(Ticket.OPENED, key, payload.getBytes(StandardCharsets.UTF_8));
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(Duration.ofSeconds(5)).until(() -> served(next).size() == 1);
		JsonNode letter = parked(key);
		assertThat(letter.get("reason").stringValue()).contains(reason);
		assertThat(letter.get("payload").stringValue()).isEqualTo(payload);
	}

	@Test
	void hugeDeepAndBinaryMessagesBecomeDeadLetters() {
		Map<String, byte[]> messages = Map.of(newId(), "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), newId(),
				"x".repeat(700_000).getBytes(StandardCharsets.UTF_8), newId(), new byte[0], newId(),
				new byte[] { (byte) 0xff, 0, (byte) 0xfe });
		messages.forEach((key, payload) -> this.broker.publish(
				Ticket.OPENED, key, Map.of("content_encoding", "gzip", "spring_json_header_types",
						"{\"x\":\"java.lang.Runtime\"}", "contentType", "application/x-java-serialized-object"),
				payload));
		String next = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(next).size() == 1);
		messages.keySet().forEach(this::parked);
	}

	@Test
	void nothingIsLostOrCountedWhileTheWorldIsDown() {
		this.kitchen.worldIsDown.set(true);
		String ticket = append(Ticket.Behaviour.WORLD_IS_DOWN);
		try {
			await().atMost(SOON).until(() -> this.kitchen.attempts.getOrDefault(ticket, 0) > 3);
			assertThat(this.outages.waiting()).containsValue("gas supply is not available");
			assertThat(this.operator.waiting(Ticket.OPENED)).isEqualTo(1);
		}
		finally {
			this.kitchen.worldIsDown.set(false);
		}
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(this.operator.parked(ticket)).isEmpty();
		assertThat(this.outages.waiting()).isEmpty();
	}

	@Test
	void redriveFailsWhileTheCauseIsThereAndWorksOnceWithACorrectedPayload() throws Exception {
		String ticket = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		JsonNode letter = parked(ticket);
		String id = letter.get("id").stringValue();
		assertThat(this.operator.redrive(id, null)).isEqualTo(422);
		assertThat(this.operator.parked(ticket)).isPresent();
		String corrected = letter.get("payload").stringValue().replace("FAIL_FOR_GOOD", "SUCCEED");
		assertThat(this.operator.redrive(id, corrected.replace(letter.get("eventId").stringValue(), newId())))
			.isEqualTo(422);
		try (var clerks = Executors.newFixedThreadPool(3)) {
			Callable<Integer> redrive = () -> this.operator.redrive(id, corrected);
			List<Future<Integer>> answers = new TransactionTemplate(this.transactions).execute((_) -> {
				// nobody is done before all three have begun
				this.jdbc.queryForList("select id from dead_letter where id = ?::uuid for update", id);
				List<Future<Integer>> begun = Stream.generate(() -> clerks.submit(redrive)).limit(3).toList();
				await().atMost(SOON).until(() -> waitingForALock() == 3);
				return begun;
			});
			assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(200, 409, 409);
		}
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
	}

	@Test
	void redriveWhileTheWorldIsDownCountsAsNoAttempt() {
		String ticket = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		JsonNode letter = parked(ticket);
		String id = letter.get("id").stringValue();
		String waits = letter.get("payload").stringValue().replace("FAIL_FOR_GOOD", "WORLD_IS_DOWN");
		this.kitchen.worldIsDown.set(true);
		try {
			assertThat(this.operator.redrive(id, waits)).isEqualTo(503);
			assertThat(parked(ticket)).isEqualTo(letter);
		}
		finally {
			this.kitchen.worldIsDown.set(false);
		}
		assertThat(this.operator.redrive(id, waits)).isEqualTo(200);
		assertThat(effects(ticket)).isEqualTo(1);
	}

	@Test
	void redriveReachesTheGroupThatFailedAndNoOther() {
		String ticket = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		JsonNode letter = parked(ticket);
		try (TestBroker.Tap tap = this.broker.tap(Ticket.OPENED)) {
			assertThat(this.operator.redrive(letter.get("id").stringValue(),
					letter.get("payload").stringValue().replace("FAIL_FOR_GOOD", "SUCCEED")))
				.isEqualTo(200);
			String next = append(Ticket.Behaviour.SUCCEED);
			await().atMost(SOON).until(() -> ofKey(tap, next).size() == 1);
			assertThat(ofKey(tap, ticket)).isEmpty();
		}
		assertThat(effects(ticket)).isEqualTo(1);
	}

	@Test
	void discardedLetterStaysOnRecord() {
		String ticket = append(Ticket.Behaviour.FAIL_FOR_GOOD);
		String id = parked(ticket).get("id").stringValue();
		assertThat(this.operator.discard(id)).isEqualTo(200);
		assertThat(this.operator.discard(id)).isEqualTo(409);
		assertThat(this.operator.show(id).get("status").stringValue()).isEqualTo("DISCARDED");
	}

	@Test
	void eventsOfOneAggregateArriveInTheOrderOfTheirCommits() {
		String key = newId();
		List<String> tickets = IntStream.range(0, 100).mapToObj((i) -> "%s-%03d".formatted(key, i)).toList();
		try (TestBroker.Tap tap = this.broker.tap(Ticket.OPENED)) {
			tickets.forEach((ticket) -> append(Ticket.OPENED, key, Ticket.of(ticket, Ticket.Behaviour.SUCCEED)));
			await().atMost(SOON).until(() -> ofKey(tap, key).size() >= 100);
			assertThat(ofKey(tap, key))
				.extracting((received) -> Wire.JSON.readTree(received.payload()).get("data").get("id").stringValue())
				.containsExactlyElementsOf(tickets);
		}
	}

	@Test
	void refusedEventParksItsAggregateAndNoOther() {
		String key = newId();
		appendRefused(key);
		append(Ticket.OPENED, key, Ticket.of(newId(), Ticket.Behaviour.SUCCEED));
		String other = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(other).size() == 1);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(this.jdbc.queryForList(
					"select error from outbox where message_key = ? and error is not null", String.class, key))
				.singleElement()
				.asString()
				.contains(refusal()));
		assertThat(outboxRows(key)).isEqualTo(2);
		this.jdbc.update("delete from outbox where message_key = ?", key);
	}

	@Test
	void onTheWireAreTheEnvelopeAndTextHeaders() {
		String ticket = newId();
		try (TestBroker.Tap tap = this.broker.tap(Ticket.OPENED)) {
			append(Ticket.OPENED, ticket, Ticket.of(ticket, Ticket.Behaviour.SUCCEED));
			await().atMost(SOON).until(() -> ofKey(tap, ticket).size() == 1);
			TestBroker.Received received = ofKey(tap, ticket).getFirst();
			JsonNode envelope = Wire.JSON.readTree(received.payload());
			assertThat(envelope.propertyNames()).containsExactly("eventId", "eventType", "timestamp", "data");
			assertThat(received.headers()).containsEntry("ce_specversion", "1.0")
				.containsEntry("ce_id", envelope.get("eventId").stringValue())
				.containsEntry("ce_type", Ticket.OPENED)
				.containsEntry("ce_source", "conformance")
				.containsEntry("ce_time", envelope.get("timestamp").stringValue())
				.containsEntry("ce_subject", ticket)
				.hasEntrySatisfying("traceparent", (trace) -> assertThat(trace).matches("00-.{32}-.{16}-01"));
		}
	}

	@Test
	void followingEventBelongsToTheTraceOfItsCause() {
		String ticket = newId();
		String trace = "0af7651916cd43dd8448eb211c80319c";
		try (TestBroker.Tap tap = this.broker.tap(Ticket.SERVED)) {
			this.broker.publish(Ticket.OPENED, ticket, Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-01"),
					Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.SUCCEED)));
			await().atMost(SOON).until(() -> ofKey(tap, ticket).size() == 1);
			assertThat(ofKey(tap, ticket).getFirst().headers().get("traceparent")).contains(trace);
		}
	}

}
