package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * Orders are placed as fast as they are taken, and followed to their end: by our shop and
 * by its peers.
 */
final class Journey implements Scenario.Measurement {

	private static final int WARM_UP = 1000;

	private static final int CONNECTIONS = 8;

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws IOException {
		List<Figure> figures = new ArrayList<>();
		try (OpenShop shop = OpenShop.on(broker)) {
			figures.addAll(measure(shop, size));
		}
		for (PeerShop.Peer peer : PeerShop.Peer.values()) {
			try (OpenShop shop = new PeerShop(broker, peer, ShopService.values())) {
				figures.addAll(measure(shop, size));
			}
		}
		return figures;
	}

	private static List<Figure> measure(OpenShop shop, int size) {
		shop.warmUp(WARM_UP);
		CpuClock clock = shop.clock();
		long begin = System.nanoTime();
		Load.Outcome placed = shop.load(CONNECTIONS).place(size);
		shop.awaitEffects(WARM_UP + size);
		double seconds = (System.nanoTime() - begin) / 1e9;
		List<Figure> figures = new ArrayList<>();
		figures.add(shop.figure("orders/s to the end", size / seconds));
		figures.add(shop.figure("orders/s accepted", placed.acceptedPerSecond()));
		figures.add(shop.figure("CPU ms an order", clock.total() * 1000 / size));
		clock.seconds().forEach((name, used) -> figures.add(shop.figure("of which " + name, used * 1000 / size)));
		return figures;
	}

}
