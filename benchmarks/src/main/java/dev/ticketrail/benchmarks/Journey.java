package dev.ticketrail.benchmarks;

import java.util.ArrayList;
import java.util.List;

import dev.ticketrail.launcher.BrokerType;

/** Orders are placed as fast as they are taken, and followed to their end. */
final class Journey implements Scenario.Measurement {

	private static final int WARM_UP = 1000;

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		try (OpenShop shop = OpenShop.on(broker)) {
			shop.warmUp(WARM_UP);
			CpuClock clock = shop.clock();
			long begin = System.nanoTime();
			Load.Outcome placed = shop.load(8).place(size);
			shop.awaitEffects(WARM_UP + size);
			double seconds = (System.nanoTime() - begin) / 1e9;
			List<Figure> figures = new ArrayList<>();
			figures.add(Figure.shop("orders/s to the end", size / seconds));
			figures.add(Figure.shop("orders/s accepted", placed.acceptedPerSecond()));
			figures.add(Figure.shop("CPU ms an order", clock.total() * 1000 / size));
			clock.seconds()
				.forEach((name, used) -> figures.add(Figure.shop("CPU ms an order: " + name, used * 1000 / size)));
			return figures;
		}
	}

}
