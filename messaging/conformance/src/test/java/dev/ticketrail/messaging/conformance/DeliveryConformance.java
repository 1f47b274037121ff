package dev.ticketrail.messaging.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the inbox and its dead letters keep on every broker. */
abstract class DeliveryConformance extends ConformanceTest {

	@Autowired
	private MeterRegistry meters;

	@Test
	void eventDeliveredAHundredTimesHasItsEffectOnce() {
		String ticket = newId();
		byte[] event = Envelopes.json(Ticket.OPENED, Ticket.of(ticket, Ticket.Behaviour.SUCCEED));
		double before = duplicates();
		for (int i = 0; i < 100; i++) {
			this.broker.publish(Ticket.OPENED, ticket, event);
		}
		String last = append(Ticket.Behaviour.SUCCEED);
		await().atMost(SOON).until(() -> served(ticket).size() == 1 && served(last).size() == 1);
		await().atMost(SOON).until(() -> this.operator.waiting(Ticket.OPENED) == 0);
		await().atMost(SOON).untilAsserted(() -> assertThat(duplicates() - before).isGreaterThanOrEqualTo(99));
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(served(ticket)).hasSize(1);
	}

	private double duplicates() {
		return this.meters.get("ticketrail.inbox.duplicates").counter().count();
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
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.opened","timestamp":"2026-01-15T10:30:00Z","data":{"id":7,"behaviour":"SUCCEED","text":""}} | data.id
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.opened","timestamp":"2026-01-15T10:30:00Z","data":{"id":"a","behaviour":"SUCCEED","text":1.5}} | data.text
					{"eventId":"0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d","eventType":"ticket.opened","timestamp":"2026-01-15T10:30:00Z","data":{"id":"a","behaviour":"SUCCEED","text":true}} | data.text
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
		await().atMost(SOON).until(() -> this.operator.waiting(Ticket.OPENED) == 0);
		this.kitchen.worldIsDown.set(true);
		String ticket = append(Ticket.Behaviour.WORLD_IS_DOWN);
		try {
			await().atMost(SOON).until(() -> this.kitchen.attempts.getOrDefault(ticket, 0) > 3);
			assertThat(this.outages.waiting()).containsValue("gas supply is not available");
			assertThat(this.meters.get("ticketrail.inbox.waiting").gauge().value()).isEqualTo(1);
			await().atMost(SOON).until(() -> this.operator.waiting(Ticket.OPENED) == 1);
		}
		finally {
			this.kitchen.worldIsDown.set(false);
		}
		await().atMost(SOON).until(() -> served(ticket).size() == 1);
		assertThat(effects(ticket)).isEqualTo(1);
		assertThat(this.operator.parked(ticket)).isEmpty();
		await().atMost(SOON).until(() -> this.outages.waiting().isEmpty());
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
