package dev.ticketrail.analytics;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ticketrail.testing.Envelopes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What holds on every broker. */
abstract class AnalyticsJourney extends AnalyticsTest {

	@Test
	void eventsOfAnOrderAppearInItsTimelineAsTheyHappened() {
		OrderStory story = OrderStory.shipped("PROD-001");
		story.told().reversed().forEach((event) -> this.broker.publish(event.type(), story.orderId(), event.payload()));
		awaitEvents(story.orderId(), 5);
		JsonNode timeline = get("/orders/{id}/timeline", story.orderId()).getBody();
		assertThat(timeline.path("orderId").stringValue()).isEqualTo(story.orderId());
		assertThat(timeline.path("events").values()).extracting((event) -> event.path("eventType").stringValue())
			.containsExactlyElementsOf(story.types());
		assertThat(timeline.path("events").values()).extracting((event) -> event.path("service").stringValue())
			.containsExactly("order-service", "payment-service", "inventory-service", "order-service",
					"shipping-service");
		JsonNode placed = timeline.path("events").path(0);
		assertThat(placed.path("eventId").stringValue()).isEqualTo(story.told().getFirst().id().toString());
		assertThat(placed.path("occurredAt").stringValue()).isEqualTo("2026-01-15T10:30:00.123Z");
		assertThat(placed.path("receivedAt").isString()).isTrue();
		assertThat(placed.path("data").path("total").decimalValue()).isEqualByComparingTo("59.98");
	}

	@Test
	void sourceOfAnEventIsItsService() {
		OrderStory story = OrderStory.shipped("PROD-001");
		OrderStory.Told placed = story.told().getFirst();
		this.broker.publish(placed.type(), story.orderId(), Map.of("ce_source", "a-foreign-shop"), placed.payload());
		awaitEvents(story.orderId(), 1);
		assertThat(get("/orders/{id}/timeline", story.orderId()).getBody().at("/events/0/service").stringValue())
			.isEqualTo("a-foreign-shop");
	}

	@Test
	void hundredDuplicatesCountOnce() {
		String product = "PROD-" + UUID.randomUUID();
		OrderStory story = OrderStory.shipped(product);
		for (int i = 0; i < 100; i++) {
			story.publish(this.broker);
		}
		OrderStory last = OrderStory.shipped("PROD-001");
		last.publish(this.broker);
		awaitEvents(last.orderId(), 5);
		awaitEvents(story.orderId(), 5);
		assertThat(sales(product))
			.containsExactly(new Reports.ProductSales(product, 2, new BigDecimal("59.98"), "GBP"));
	}

	@Test
	void summaryCountsStatusTypesRevenueAndProducts() {
		Reports.Summary before = this.reports.summary();
		OrderStory shipped = OrderStory.shipped("PROD-001");
		OrderStory refunded = OrderStory.refunded("PROD-001");
		shipped.publish(this.broker);
		refunded.publish(this.broker);
		awaitEvents(shipped.orderId(), 5);
		awaitEvents(refunded.orderId(), 5);
		JsonNode after = get("/reports/summary").getBody();
		assertThat(after.at("/ordersByStatus/SHIPPED").asLong()).isEqualTo(before.ordersByStatus().get("SHIPPED") + 1);
		assertThat(after.at("/ordersByStatus/CANCELLED").asLong())
			.isEqualTo(before.ordersByStatus().get("CANCELLED") + 1);
		assertThat(after.at("/ordersByStatus/PLACED").asLong()).isEqualTo(before.ordersByStatus().get("PLACED"));
		assertThat(after.path("eventsByType").path("order.placed").asLong())
			.isEqualTo(before.eventsByType().get("order.placed") + 2);
		BigDecimal revenue = before.revenue().isEmpty() ? BigDecimal.ZERO : before.revenue().getFirst().amount();
		assertThat(after.at("/revenue/0/currency").stringValue()).isEqualTo("GBP");
		assertThat(after.at("/revenue/0/amount").decimalValue())
			.isEqualByComparingTo(revenue.add(new BigDecimal("59.98")));
		assertThat(after.path("topProducts").values()).isNotEmpty()
			.allSatisfy((product) -> assertThat(product.propertyNames()).contains("productId", "units", "revenue"));
	}

	@Test
	void eventWithWrongDataBecomesADeadLetterAndHoldsNobodyUp() {
		UUID bad = UUID.randomUUID();
		this.broker.publish("payment.completed", "ORD-BAD", Envelopes.json(bad, "payment.completed",
				Map.of("orderId", "ORD-BAD", "chargeId", "ch_1", "amount", "a lot", "currency", "GBP")));
		OrderStory story = OrderStory.shipped("PROD-001");
		story.publish(this.broker);
		awaitEvents(story.orderId(), 5);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode letters = operator(HttpMethod.GET, "/actuator/deadletters?topic=payment.completed").getBody();
			assertThat(letters.path("deadLetters").values()).anySatisfy((letter) -> {
				assertThat(letter.path("eventId").stringValue()).isEqualTo(bad.toString());
				assertThat(letter.path("reason").stringValue()).contains("data.amount").doesNotContain("a lot");
			});
		});
	}

	@Test
	void timelineOfAnUnknownOrderIsAProblem() {
		var response = get("/orders/ORD-NEVER-HEARD-OF/timeline");
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(response.getHeaders().getContentType())
			.matches((type) -> MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type));
	}

	@Test
	void replayNeedsTheOperator() {
		assertThat(stranger(HttpMethod.POST, "/replay").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void feedShowsWhatIsRecorded() throws IOException, InterruptedException {
		OrderStory story = OrderStory.shipped("PROD-001");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/events/stream"))
			.timeout(Duration.ofSeconds(30))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
			assertThat(response.headers().firstValue("content-type"))
				.hasValueSatisfying((type) -> assertThat(type).startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
			story.publish(this.broker);
			List<String> seen = response.body().filter((line) -> line.contains(story.orderId())).limit(5).toList();
			assertThat(seen).hasSize(5).noneMatch((line) -> line.contains("ada@example.com"));
			client.shutdownNow();
		}
	}

	@Test
	void pageShowsTheFeed() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> page = client.send(
					HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/")).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(page.statusCode()).isEqualTo(200);
			assertThat(page.body()).contains("EventSource('events/stream')").doesNotContain("http://", "https://");
		}
	}

}
