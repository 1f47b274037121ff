package dev.ticketrail.benchmarks;

import java.util.List;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.ShopService;

/** The shop is opened, and sells one order. */
final class Start implements Scenario.Measurement {

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		try (OpenShop shop = OpenShop.on(broker)) {
			double cpu = CpuClock.lifetime(shop.processes());
			shop.load(1).place(1);
			shop.awaitEffects(1);
			double resident = 0;
			double proportional = 0;
			for (ShopService service : ShopService.values()) {
				Server server = shop.shop.server(service.id());
				resident += OpenShop.resident(server);
				proportional += OpenShop.proportional(server);
			}
			return List.of(shop.figure("seconds until ready", shop.start.toMillis() / 1000.0),
					shop.figure("CPU s until ready", cpu), shop.figure("MB of the six services", resident),
					shop.figure("MB, shared pages once", proportional));
		}
	}

}
