package dev.ticketrail.analytics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure(Broker.KAFKA)
class RecordingTests extends AnalyticsTest {

	@Autowired
	Recording recording;

	@Autowired
	TransactionTemplate transaction;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void anyOrderOfArrivalGivesTheSameReports(long seed) {
		Random random = new Random(seed);
		Reports.Summary before = this.reports.summary();
		List<LoggedEvent> events = new ArrayList<>(OrderStory.shipped("PROD-001").logged());
		events.addAll(OrderStory.refunded("PROD-001").logged());
		Collections.shuffle(events, random);
		while (!events.isEmpty()) {
			List<LoggedEvent> batch = events.subList(0, 1 + random.nextInt(events.size()));
			record(batch);
			batch.clear();
		}
		Reports.Summary after = this.reports.summary();
		assertThat(grown(before, after)).containsExactly(0L, 0L, 1L, 1L);
		assertThat(revenue(after)).isEqualByComparingTo(revenue(before).add(new BigDecimal("59.98")));
	}

	@Test
	void eventIsCountedOnceEvenIfTheInboxForgotIt() {
		OrderStory story = OrderStory.shipped("PROD-001");
		record(story.logged());
		Reports.Summary before = this.reports.summary();
		record(story.logged());
		record(List.of(story.logged().getFirst(), story.logged().getFirst()));
		assertThat(this.reports.summary()).isEqualTo(before);
	}

	@Test
	void tenThousandEventsTwiceByFourInstancesAreCountedOnce() throws ExecutionException, InterruptedException {
		String product = "PROD-" + UUID.randomUUID();
		Reports.Summary before = this.reports.summary();
		List<LoggedEvent> events = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			events.addAll(OrderStory.shipped(product).logged());
		}
		try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
			List<Future<?>> work = new ArrayList<>();
			for (int copy = 0; copy < 2; copy++) {
				List<LoggedEvent> shuffled = new ArrayList<>(events);
				Collections.shuffle(shuffled, new Random(copy));
				IntStream.range(0, 20)
					.mapToObj((batch) -> shuffled.subList(batch * 500, (batch + 1) * 500))
					.map((batch) -> instances.submit(() -> record(batch)))
					.forEach(work::add);
			}
			for (Future<?> batch : work) {
				batch.get();
			}
		}
		assertThat(grown(before, this.reports.summary())).containsExactly(0L, 0L, 2000L, 0L);
		assertThat(sales(product))
			.containsExactly(new Reports.ProductSales(product, 4000, new BigDecimal("119960.00"), "GBP"));
	}

	private void record(List<LoggedEvent> events) {
		this.transaction.executeWithoutResult((status) -> this.recording.record(events));
	}

	private static List<Long> grown(Reports.Summary before, Reports.Summary after) {
		return after.ordersByStatus()
			.entrySet()
			.stream()
			.map((status) -> status.getValue() - before.ordersByStatus().get(status.getKey()))
			.toList();
	}

	private static BigDecimal revenue(Reports.Summary summary) {
		return summary.revenue().isEmpty() ? BigDecimal.ZERO : summary.revenue().getFirst().amount();
	}

}
