package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * What the services' CPU time goes into: of order-service alone while it accepts as many
 * orders as it can, and of each service on the orders' whole journey. The samples cost
 * time of their own, so compare parts, and take totals from the other scenarios.
 */
final class Profile implements Scenario.Measurement {

	private static final Duration LENGTH = Duration.ofSeconds(10);

	private static final int CLIENTS = 32;

	private static final int WARM_UP = 1000;

	private static final int CONNECTIONS = 8;

	/** How many parts of a service are told apart. */
	private static final int PARTS = 15;

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		List<Figure> figures = new ArrayList<>();
		try (OpenShop waiter = OpenShop.only(broker, ShopService.ORDER)) {
			waiter.load(CLIENTS).saturate(LENGTH);
			CpuProfile profile = begin(waiter, ShopService.ORDER);
			Load.Outcome outcome = waiter.load(CLIENTS).saturate(LENGTH);
			figures.addAll(figures("order-service, accept", profile.end(), outcome.accepted()));
		}
		try (OpenShop shop = OpenShop.on(broker)) {
			shop.warmUp(WARM_UP);
			shop.forget();
			List<CpuProfile> profiles = new ArrayList<>();
			for (ShopService service : ShopService.values()) {
				profiles.add(begin(shop, service));
			}
			shop.load(CONNECTIONS).place(size);
			shop.awaitEffects(size);
			for (ShopService service : ShopService.values()) {
				figures.addAll(figures(service.id(), profiles.get(service.ordinal()).end(), size));
			}
		}
		return figures;
	}

	private static CpuProfile begin(OpenShop shop, ShopService service) throws IOException {
		return CpuProfile.begin(shop.shop.server(service.id()).pid());
	}

	private static List<Figure> figures(String whose, Map<String, Double> seconds, long orders) {
		List<Figure> figures = new ArrayList<>();
		figures.add(new Figure(whose, "ms of CPU time an order", sum(seconds) * 1000 / orders));
		seconds.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Double>comparingByValue().reversed())
			.limit(PARTS)
			.forEach((part) -> figures
				.add(new Figure(whose, "% in " + part.getKey(), part.getValue() * 100 / sum(seconds))));
		return figures;
	}

	private static double sum(Map<String, Double> seconds) {
		return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
	}

}
