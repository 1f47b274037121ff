package dev.ticketrail.benchmarks;

import java.time.Duration;
import java.util.List;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.ShopService;

/** Everybody comes at once, and the gateway is slow. */
final class FlashSale implements Scenario.Measurement {

	private static final int PER_SECOND = 10_000;

	private static final Duration LENGTH = Duration.ofSeconds(6);

	private static final int PAYMENTS = 500;

	private static final int WARM_UP = 2000;

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		try (OpenShop shop = OpenShop.on(broker)) {
			shop.warmUp(WARM_UP);
			shop.limitPayments(PAYMENTS);
			Server waiter = shop.shop.server(ShopService.ORDER.id());
			double before = OpenShop.resident(waiter);
			long begin = System.nanoTime();
			Load.Outcome outcome = shop.load(1000).offer(PER_SECOND, LENGTH);
			double after = OpenShop.resident(waiter);
			shop.awaitEffects(WARM_UP + outcome.accepted());
			double drained = (System.nanoTime() - begin) / 1e9;
			if (outcome.failed() > 0 || outcome.hints() != outcome.refused()) {
				throw new IllegalStateException(
						"Other answers than 201, or 503 with Retry-After: " + outcome.statuses());
			}
			return List.of(shop.figure("offered", outcome.accepted() + outcome.refused()),
					shop.figure("accepted", outcome.accepted()), shop.figure("refused", outcome.refused()),
					shop.figure("seconds to offer", outcome.took().toMillis() / 1000.0),
					shop.figure("p50 ms", outcome.millis(50)), shop.figure("p99 ms", outcome.millis(99)),
					shop.figure("seconds until the last one was shipped", drained),
					shop.figure("order-service MB before", before), shop.figure("order-service MB after", after));
		}
	}

}
