package dev.ticketrail.messaging.conformance;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionTemplate;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What the outbox keeps on every broker. Where brokers differ, a subclass says so: they
 * refuse different things.
 */
abstract class OutboxConformance extends ConformanceTest {

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

}
