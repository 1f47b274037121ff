package dev.ticketrail.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;
import org.HdrHistogram.Histogram;

/**
 * How long events travel while the shop is not busy: from {@code occurred_at}, which is
 * taken just before the producer's commit, to {@code processed_at}, which is taken when
 * the consumer's transaction begins. Both come from this machine's clock, in
 * milliseconds, so a figure may be one too high or too low.
 */
final class Latency implements Scenario.Measurement {

	private static final int PER_SECOND = 100;

	private static final Duration LENGTH = Duration.ofSeconds(20);

	private static final int WARM_UP = 2000;

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		try (OpenShop shop = OpenShop.on(broker)) {
			shop.warmUp(WARM_UP);
			long begin = System.currentTimeMillis();
			CpuClock clock = shop.clock();
			Load.Outcome outcome = shop.load(16).offer(PER_SECOND, LENGTH);
			shop.awaitEffects(WARM_UP + outcome.accepted());
			Map<String, Double> cpu = clock.seconds();
			Map<UUID, Long> occurred = new HashMap<>();
			read(shop, ShopService.ANALYTICS, "select event_id, occurred_at from event_log", occurred::put);
			Histogram latency = new Histogram(3_600_000, 3);
			for (ShopService service : ShopService.values()) {
				read(shop, service, "select event_id, processed_at from processed_event", (event, processed) -> {
					Long at = occurred.get(event);
					if (at != null && at >= begin) {
						latency.recordValue(Math.max(0, processed - at));
					}
				});
			}
			List<Figure> figures = new ArrayList<>(List.of(shop.figure("events", latency.getTotalCount()),
					shop.figure("p50 ms", latency.getValueAtPercentile(50)),
					shop.figure("p99 ms", latency.getValueAtPercentile(99)),
					shop.figure("max ms", latency.getMaxValue()), shop.figure("POST p99 ms", outcome.millis(99))));
			figures.addAll(shop.cpu(cpu, outcome.accepted()));
			return figures;
		}
	}

	private interface Reader {

		void read(UUID event, long millis);

	}

	private static void read(OpenShop shop, ShopService service, String sql, Reader reader) throws SQLException {
		try (Connection connection = shop.shop.database(service).connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				reader.read(rows.getObject(1, UUID.class), rows.getTimestamp(2).getTime());
			}
		}
	}

}
