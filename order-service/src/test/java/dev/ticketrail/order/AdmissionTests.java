package dev.ticketrail.order;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
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

	@Test
	void ordersThatCannotBeServedSoonAreSentAwayAndTheServiceStaysReady() {
		long before = count("orders");
		List<CompletableFuture<Shop.Answer>> answers = new TransactionTemplate(this.transactions).execute((_) -> {
			this.jdbc.sql("lock table orders in exclusive mode").update();
			var customers = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> this.shop.post("/orders", Shop.order()),
						(task) -> Thread.ofVirtual().start(task)))
				.limit(20)
				.toList();
			await().atMost(ofSeconds(5))
				.until(() -> customers.stream().filter(CompletableFuture::isDone).count() == 15);
			assertThat(this.shop.get("/actuator/health/readiness").status()).isEqualTo(200);
			assertThat(this.shop.get("/products").status()).isEqualTo(200);
			return customers;
		});
		List<Shop.Answer> all = answers.stream().map(CompletableFuture::join).toList();
		assertThat(all).filteredOn((answer) -> answer.status() == 201).hasSize(5);
		assertThat(all).filteredOn((answer) -> answer.status() != 201)
			.hasSize(15)
			.allSatisfy(AdmissionTests::isRefusal);
		assertThat(count("orders")).isEqualTo(before + 5);
	}

	@Test
	void noOrderIsTakenWhileTheOutboxIsFull() {
		this.jdbc.sql("""
				insert into outbox (event_id, topic, message_key, payload, traceparent, occurred_at, retry_at)
				select gen_random_uuid(), 'order.placed', 'full', '{}', '', now(), now() + interval '1 hour'
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

	private static void isRefusal(Shop.Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
		assertThat(answer.text("detail")).contains("send the same request again");
	}

}
