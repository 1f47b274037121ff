package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * Orders are placed as fast as they are taken, and followed to their end: by our shop and
 * then by peers.
 */
final class Journey implements Scenario.Measurement {

	private static final int WARM_UP = 1000;

	private static final int CONNECTIONS = 8;

	private final List<PeerShop.Peer> peers;

	Journey(PeerShop.Peer... peers) {
		this.peers = List.of(peers);
	}

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws IOException {
		List<Figure> figures = new ArrayList<>();
		Run ours;
		try (OpenShop shop = OpenShop.on(broker)) {
			ours = run(shop, Math.min(WARM_UP, size), size);
			figures.addAll(ours.figures());
		}
		for (PeerShop.Peer peer : this.peers) {
			try (OpenShop shop = new PeerShop(broker, peer, ShopService.values())) {
				int most = Math.min(size, peer.most());
				Run theirs = run(shop, Math.min(WARM_UP, most), most);
				figures.addAll(theirs.figures());
				figures.add(shop.figure("our orders/s for one of these", ours.perSecond() / theirs.perSecond()));
				figures.add(shop.figure("our CPU time for 1 of this", ours.cpu() / theirs.cpu()));
			}
		}
		return figures;
	}

	private static Run run(OpenShop shop, int warmUp, int size) {
		shop.warmUp(warmUp);
		shop.forget();
		CpuClock clock = shop.clock();
		long begin = System.nanoTime();
		Load.Outcome placed = shop.load(CONNECTIONS).place(size);
		Effects.Settled end = shop.awaitEffects(size);
		double seconds = (end.nanoTime() - begin) / 1e9;
		Map<String, Double> cpu = clock.seconds();
		List<Figure> figures = new ArrayList<>();
		figures.add(shop.figure("orders/s to the end", size / seconds));
		figures.add(shop.figure("orders/s accepted", placed.acceptedPerSecond()));
		figures.add(shop.figure("effects missing", end.missing()));
		figures.add(shop.figure("effects too many", end.tooMany()));
		figures.addAll(shop.cpu(cpu, size));
		figures.forEach((figure) -> System.out.println("  " + figure));
		return new Run(size / seconds, cpu.values().stream().mapToDouble(Double::doubleValue).sum() / size, figures);
	}

	/**
	 * A journey's result.
	 *
	 * @param cpu seconds an order
	 */
	private record Run(double perSecond, double cpu, List<Figure> figures) {
	}

}
