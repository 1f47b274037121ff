package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;

/**
 * An even load for a long time: what is only passed on must not pile up. So that the end
 * of the inboxes' memory comes within that time, it is minutes here instead of days.
 */
final class Soak implements Scenario.Measurement {

	private static final int PER_SECOND = 25;

	private static final int LEAST = 60 * PER_SECOND;

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		if (size < LEAST) {
			throw new IllegalArgumentException("soak takes a size of " + LEAST + " or more: a minute");
		}
		ShopPlan plan = new ShopPlan().broker(broker)
			.environment("TICKETRAIL_INBOX_RETENTION", "5m")
			.environment("TICKETRAIL_INBOX_CLEAN_DELAY", "30s");
		try (OpenShop shop = OpenShop.on(plan)) {
			CpuClock clock = shop.clock();
			List<Look> looks = new ArrayList<>();
			CompletableFuture<Load.Outcome> load = CompletableFuture
				.supplyAsync(() -> shop.load(16).offer(PER_SECOND, Duration.ofSeconds(size / PER_SECOND)));
			for (long due = System.nanoTime(); !load.isDone(); OpenShop.pause()) {
				if (System.nanoTime() >= due) {
					looks.add(look(shop));
					System.out.println("  " + looks.getLast());
					due += BETWEEN_LOOKS.toNanos();
				}
			}
			Load.Outcome outcome = load.join();
			shop.awaitEffects(outcome.accepted());
			Map<String, Double> cpu = clock.seconds();
			List<Figure> figures = new ArrayList<>(List.of(shop.figure("orders", outcome.accepted()),
					shop.figure("refused", outcome.refused()), shop.figure("failed", outcome.failed()),
					shop.figure("minutes", outcome.took().toSeconds() / 60.0),
					shop.figure("rows left in all outboxes", look(shop).outboxRows),
					shop.figure("POST p99 ms", outcome.millis(99))));
			for (int half = 0; half < 2; half++) {
				List<Look> part = looks.subList(looks.size() * half / 2, looks.size() * (half + 1) / 2);
				figures.addAll(most(shop, part, (half == 0) ? "first half" : "second half"));
			}
			figures.addAll(shop.cpu(cpu, outcome.accepted()));
			return figures;
		}
	}

	private static List<Figure> most(OpenShop shop, List<Look> looks, String when) {
		return List.of(
				shop.figure("most rows in all outboxes, " + when,
						looks.stream().mapToLong(Look::outboxRows).max().orElse(0)),
				shop.figure("most MB of outbox, " + when,
						looks.stream().mapToDouble(Look::outboxMegabytes).max().orElse(0)),
				shop.figure("most rows in all processed_event, " + when,
						looks.stream().mapToLong(Look::processedRows).max().orElse(0)),
				shop.figure("most MB of processed_event, " + when,
						looks.stream().mapToDouble(Look::processedMegabytes).max().orElse(0)),
				shop.figure("most MB of the six services, " + when,
						looks.stream().mapToDouble(Look::resident).max().orElse(0)));
	}

	/**
	 * How things stand.
	 *
	 * @param outboxRows what waits for the broker, in all services
	 * @param outboxMegabytes what the table takes, with what has been deleted in it
	 * @param processedRows what the inboxes remember
	 * @param processedMegabytes what the table takes, with its index
	 * @param resident megabytes of memory of the services' processes
	 */
	private record Look(long outboxRows, double outboxMegabytes, long processedRows, double processedMegabytes,
			double resident) {
	}

	private static Look look(OpenShop shop) throws IOException {
		double resident = 0;
		for (ShopService service : ShopService.values()) {
			Server server = shop.shop.server(service.id());
			resident += OpenShop.resident(server);
		}
		return new Look(shop.sum("select count(*) from outbox"), megabytes(shop, "outbox"),
				shop.sum("select count(*) from processed_event"), megabytes(shop, "processed_event"), resident);
	}

	private static double megabytes(OpenShop shop, String table) {
		return shop.sum("select pg_total_relation_size('%s')".formatted(table)) / 1024.0 / 1024.0;
	}

}
