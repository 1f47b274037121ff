package dev.ticketrail.analytics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealInfrastructure(Broker.KAFKA)
class ReplayTests extends AnalyticsTest {

	@Autowired
	Recording recording;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void replayAfterCorruptionGivesTheSameFiguresAsBefore() {
		publishAndAwait(20);
		Reports.Summary before = this.reports.summary();
		this.jdbc.sql("update figure set value = value + 7").update();
		this.jdbc.sql("delete from product_sales").update();
		this.jdbc.sql("update order_progress set rank = 1").update();
		assertThat(this.reports.summary()).isNotEqualTo(before);
		JsonNode result = replay().getBody();
		assertThat(result.path("events").asLong())
			.isEqualTo(before.eventsByType().values().stream().mapToLong(Long::longValue).sum());
		assertThat(this.reports.summary()).isEqualTo(before);
		assertThat(operator(HttpMethod.GET, "/replay").getBody().path("status").stringValue()).isEqualTo("DONE");
	}

	@Test
	void oldGenerationIsDeleted() {
		publishAndAwait(1);
		int generation = replay().getBody().path("generation").asInt();
		for (String table : List.of("figure", "order_progress", "product_sales")) {
			assertThat(this.jdbc.sql("select distinct generation from " + table).query(Integer.class).list())
				.containsExactly(generation);
		}
		assertThat(this.jdbc.sql("select count(*) from replayed_event").query(Integer.class).single()).isZero();
	}

	@Test
	void eventsThatFlowMeanwhileAreCountedOnce() {
		publishAndAwait(20);
		Reports.Summary before = this.reports.summary();
		List<OrderStory> meanwhile = new CopyOnWriteArrayList<>();
		AtomicBoolean replaying = new AtomicBoolean(true);
		CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
			while (replaying.get()) {
				OrderStory story = OrderStory.shipped("PROD-001");
				story.publish(this.broker);
				meanwhile.add(story);
			}
		});
		await().until(() -> meanwhile.size() > 10);
		for (int i = 0; i < 3; i++) {
			assertThat(replay().getStatusCode()).isEqualTo(HttpStatus.OK);
		}
		replaying.set(false);
		traffic.join();
		meanwhile.forEach((story) -> awaitEvents(story.orderId(), 5));
		awaitSettled();
		Reports.Summary after = this.reports.summary();
		assertThat(after.ordersByStatus().get("SHIPPED"))
			.isEqualTo(before.ordersByStatus().get("SHIPPED") + meanwhile.size());
		assertThat(after.eventsByType().get("order.confirmed"))
			.isEqualTo(before.eventsByType().get("order.confirmed") + meanwhile.size());
		replay();
		assertThat(this.reports.summary()).isEqualTo(after);
	}

	@Test
	void eventsThatTheBrokerNoLongerRetainsStayCounted() {
		OrderStory forgotten = OrderStory.shipped("PROD-" + UUID.randomUUID());
		this.transaction.executeWithoutResult((status) -> this.recording.record(forgotten.logged()));
		Reports.Summary before = this.reports.summary();
		replay();
		assertThat(this.reports.summary()).isEqualTo(before);
	}

	@Test
	void replayRecordsWhatTheLogHasLost() {
		OrderStory lost = publishAndAwait(1).getFirst();
		Reports.Summary before = this.reports.summary();
		this.jdbc.sql("delete from event_log where order_id = ?").param(lost.orderId()).update();
		replay();
		assertThat(this.reports.summary()).isEqualTo(before);
		assertThat(get("/orders/{id}/timeline", lost.orderId()).getBody().path("events").size()).isEqualTo(5);
	}

	@Test
	void duplicatesInATopicAreCountedOnce() {
		OrderStory story = OrderStory.shipped("PROD-" + UUID.randomUUID());
		for (int i = 0; i < 30; i++) {
			story.publish(this.broker);
		}
		publishAndAwait(1);
		awaitEvents(story.orderId(), 5);
		Reports.Summary before = this.reports.summary();
		replay();
		assertThat(this.reports.summary()).isEqualTo(before);
	}

	@Test
	void secondReplayIsRefusedWhileOneIsRunning() {
		this.jdbc
			.sql("""
					insert into replay (generation, status, started_at, heartbeat_at)
					select max(g) + 1, 'RUNNING', now(), now()
					from (select generation as g from replay union all select generation from current_generation) as all_g""")
			.update();
		ResponseEntity<JsonNode> second = operator(HttpMethod.POST, "/replay");
		assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(second.getBody().path("detail").stringValue()).contains("A replay is running");
		this.jdbc.sql("update replay set heartbeat_at = now() - interval '1 hour' where status = 'RUNNING'").update();
		replay();
	}

	@Test
	void crashedReplayIsTakenOver() {
		publishAndAwait(1);
		Reports.Summary before = this.reports.summary();
		int crashed = this.jdbc.sql("""
				insert into replay (generation, status, started_at, heartbeat_at)
				select max(g) + 1, 'RUNNING', now(), now() - interval '1 hour'
				from (select generation as g from replay union all select generation from current_generation) as all_g
				returning generation""").query(Integer.class).single();
		this.jdbc.sql("insert into figure values (?, 'EVENTS', 'order.placed', 0, 42)").param(crashed).update();
		assertThat(replay().getBody().path("generation").asInt()).isGreaterThan(crashed);
		assertThat(this.reports.summary()).isEqualTo(before);
		assertThat(this.jdbc.sql("select status from replay where generation = ?")
			.param(crashed)
			.query(String.class)
			.single()).isEqualTo("FAILED");
	}

	private ResponseEntity<JsonNode> replay() {
		ResponseEntity<JsonNode> response = operator(HttpMethod.POST, "/replay");
		assertThat(response.getStatusCode()).as(String.valueOf(response.getBody())).isEqualTo(HttpStatus.OK);
		return response;
	}

	private List<OrderStory> publishAndAwait(int orders) {
		List<OrderStory> stories = new ArrayList<>();
		for (int i = 0; i < orders; i++) {
			OrderStory story = (i % 4 == 3) ? OrderStory.refunded("PROD-042") : OrderStory.shipped("PROD-001");
			story.publish(this.broker);
			stories.add(story);
		}
		stories.forEach((story) -> awaitEvents(story.orderId(), 5));
		awaitSettled();
		return stories;
	}

	/** Waits until the listener has nothing in hand any more. */
	private void awaitSettled() {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode backlog = operator(HttpMethod.GET, "/actuator/backlog").getBody();
			assertThat(backlog.values()).isNotEmpty()
				.allSatisfy((topic) -> assertThat(topic.path("waiting").asLong()).isZero());
		});
	}

}
