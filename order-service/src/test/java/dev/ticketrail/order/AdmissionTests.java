package dev.ticketrail.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import dev.ticketrail.testing.TestBroker.Received;
import dev.ticketrail.testing.TestBroker.Tap;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the door does when more come than can be served. */
@RealInfrastructure(Broker.KAFKA)
class AdmissionTests extends OrderServiceTest {

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private DataSource dataSource;

	private Tap placed;

	@BeforeEach
	void listen() {
		this.placed = this.broker.tap("order.placed");
	}

	@AfterEach
	void listenNoMore() {
		this.placed.close();
	}

	@Test
	void ordersThatCannotBeServedSoonAreSentAwayAndTheServiceStaysReady() {
		long before = count("orders");
		CompletableFuture<Shop.Answer> inHand = new TransactionTemplate(this.transactions).execute((_) -> {
			this.jdbc.sql("lock table orders in exclusive mode").update();
			CompletableFuture<Shop.Answer> first = order();
			await().atMost(ofSeconds(5)).until(() -> sessionsThatWaitForALock() == 1);
			List<CompletableFuture<Shop.Answer>> others = Stream.generate(this::order).limit(20).toList();
			assertThat(others).allSatisfy((answer) -> isRefusal(answer.get(5, TimeUnit.SECONDS)));
			assertThat(this.shop.get("/actuator/health/readiness").status()).isEqualTo(200);
			assertThat(this.shop.get("/products").status()).isEqualTo(200);
			assertThat(first).isNotDone();
			return first;
		});
		assertThat(inHand.join().status()).isEqualTo(201);
		assertThat(count("orders")).isEqualTo(before + 1);
	}

	@Test
	void ordersThatArePlacedTogetherDoNotShareAMistake() {
		String mistake = Shop.order().replaceFirst("\"customer\": *\\{[^}]*}", "\"userId\": \"USR-nobody\"");
		List<Shop.Answer> answers = together(
				List.of(() -> order(), () -> order(), () -> order(mistake, newTrace()), () -> order()));
		assertThat(answers).extracting(Shop.Answer::status).containsExactly(201, 201, 422, 201);
	}

	@Test
	void ordersThatArePlacedTogetherDoNotShareATrace() {
		List<String> traces = Stream.generate(AdmissionTests::newTrace).limit(4).toList();
		List<Shop.Answer> answers = together(traces
			.stream().<Supplier<CompletableFuture<Shop
					.Answer>>>map((trace) -> () -> order(Shop.order(), trace))
			.toList());
		for (int customer = 0; customer < traces.size(); customer++) {
			String order = answers.get(customer).text("orderId");
			Received event = await().atMost(ofSeconds(20))
				.until(() -> this.placed.received().stream().filter((found) -> order.equals(found.key())).findFirst(),
						Optional::isPresent)
				.orElseThrow();
			assertThat(event.headers().get("traceparent")).contains(traces.get(customer));
		}
	}

	/** They gather while the first one waits, and are placed together then. */
	private List<Shop.Answer> together(List<Supplier<CompletableFuture<Shop.Answer>>> customers) {
		List<CompletableFuture<Shop.Answer>> answers = new TransactionTemplate(this.transactions).execute((_) -> {
			this.jdbc.sql("lock table orders in exclusive mode").update();
			CompletableFuture<Shop.Answer> first = customers.getFirst().get();
			await().atMost(ofSeconds(5)).until(() -> sessionsThatWaitForALock() == 1);
			List<CompletableFuture<Shop.Answer>> all = Stream
				.concat(Stream.of(first), customers.stream().skip(1).map(Supplier::get))
				.toList();
			await().atMost(ofSeconds(5))
				.until(() -> this.meters.get("ticketrail.orders.waiting").gauge().value() == customers.size());
			return all;
		});
		return answers.stream().map(CompletableFuture::join).toList();
	}

	@Test
	void ordersAreRefusedWhileNoConnectionIsToBeHadAndNothingIsWritten() throws SQLException {
		await().atMost(ofSeconds(20)).until(() -> count("outbox") == 0);
		long before = count("orders") + count("users") + count("outbox");
		List<Connection> taken = new ArrayList<>();
		try {
			takeAll(taken);
			List<CompletableFuture<Shop.Answer>> answers = Stream.generate(this::order).limit(20).toList();
			assertThat(answers).allSatisfy((answer) -> assertThat(answer).succeedsWithin(ofSeconds(5)))
				.extracting(CompletableFuture::join)
				.allSatisfy((answer) -> {
					assertThat(answer.status()).isEqualTo(503);
					assertThat(answer.header("Retry-After")).isNotEmpty();
				});
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
		assertThat(count("orders") + count("users") + count("outbox")).isEqualTo(before);
		assertThat(order().join().status()).isEqualTo(201);
	}

	/** Until the pool has none left, neither for us nor for those who gave one back. */
	private void takeAll(List<Connection> taken) throws SQLException {
		while (true) {
			try {
				taken.add(this.dataSource.getConnection());
			}
			catch (SQLTransientConnectionException _) {
				return;
			}
		}
	}

	/** The other instance is played by a transaction that this test holds open. */
	@Test
	void keyThatAnotherInstanceHoldsIsRefusedSoonAndHoldsNobodyUp() {
		String key = UUID.randomUUID().toString();
		new TransactionTemplate(this.transactions).executeWithoutResult((other) -> {
			this.jdbc.sql("insert into idempotency_key values (?, '\\x00', 'ORD-other', now())").param(key).update();
			var repeated = CompletableFuture
				.supplyAsync(() -> this.shop.post("/orders", Shop.order(), "Idempotency-Key", key));
			assertThat(repeated).succeedsWithin(ofSeconds(3)).satisfies((answer) -> {
				assertThat(answer.status()).isEqualTo(503);
				assertThat(answer.header("Retry-After")).isNotEmpty();
			});
			assertThat(this.shop.post("/orders", Shop.order()).status()).isEqualTo(201);
			other.setRollbackOnly();
		});
		assertThat(this.shop.post("/orders", Shop.order(), "Idempotency-Key", key).status()).isEqualTo(201);
	}

	@Test
	void noOrderIsTakenWhileTheOutboxIsFull() {
		this.jdbc.sql("""
				insert into outbox (event_id, topic, message_key, payload, traceparent, occurred_at, retry_at)
				select gen_random_uuid(), 'order.placed', 'full', '{}', '', now(), now() + interval '4 minutes'
				from generate_series(1, 1000)""").update();
		try {
			Shop.Answer refusal = await().atMost(ofSeconds(5))
				.until(() -> this.shop.post("/orders", Shop.order()), (answer) -> answer.status() != 201);
			isRefusal(refusal);
		}
		finally {
			this.jdbc.sql("delete from outbox where message_key = 'full'").update();
		}
		await().atMost(ofSeconds(5)).until(() -> this.shop.post("/orders", Shop.order()).status() == 201);
	}

	private CompletableFuture<Shop.Answer> order() {
		return order(Shop.order(), newTrace());
	}

	private CompletableFuture<Shop.Answer> order(String order, String trace) {
		return CompletableFuture.supplyAsync(
				() -> this.shop.post("/orders", order, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01"),
				Thread::startVirtualThread);
	}

	private static String newTrace() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	private long sessionsThatWaitForALock() {
		return this.jdbc.sql("""
				select count(*) from pg_stat_activity
				 where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single();
	}

	private static void isRefusal(Shop.Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
		assertThat(answer.text("detail")).contains("send the same request again");
	}

}
