package dev.ticketrail.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Repository;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop that all tests of one broker use, one class after the other: to open one takes
 * most of a minute. Each class uses customers of its own, and is extended with this.
 */
final class OpenShop implements BeforeAllCallback {

	/**
	 * Kafka allows no less. Several tests wait for the end of a session whose service was
	 * killed; in the shop it ends four seconds later, and that much later it is at rest.
	 */
	private static final String SHORTEST_SESSION = "6000";

	/**
	 * {@code -Dshop.instances=3}: so many of each service, and of payment-service three
	 * at least.
	 */
	static final int INSTANCES = Integer.getInteger("shop.instances", 1);

	private static @Nullable BrokerType broker;

	private static @Nullable Shop shop;

	private static Proxies proxies = new Proxies();

	/**
	 * Sees to it that the last shop is closed when the last class is done, and that
	 * nobody waits for what is there already.
	 */
	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultPollDelay(Duration.ZERO);
		context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(OpenShop.class, (_) -> (AutoCloseable) OpenShop::close);
	}

	/**
	 * The open shop, if it is on this broker; else it is closed and another one opened.
	 */
	static synchronized Shop on(BrokerType wanted) {
		if (shop != null && broker == wanted) {
			return shop;
		}
		close();
		Proxies ways = new Proxies();
		proxies = ways;
		List<String> told = new CopyOnWriteArrayList<>();
		ShopPlan plan = new ShopPlan().broker(wanted).freePorts().mails(40_000).detour(ways);
		Stream.of(ShopService.values()).forEach((service) -> plan.instances(service, INSTANCES));
		plan.instances(ShopService.PAYMENT, Math.max(3, INSTANCES));
		plan.environment("SPRING_CLOUD_STREAM_KAFKA_BINDER_CONSUMERPROPERTIES_SESSION_TIMEOUT_MS", SHORTEST_SESSION);
		Shop opened = new Shop(plan.progress((line) -> {
			told.add(line);
			System.out.println("[shop] " + line);
		}), Repository.find());
		opened.start();
		broker = wanted;
		shop = opened;
		assertThat(told).noneMatch((line) -> line.startsWith("Services start slowly"));
		return opened;
	}

	/** What stands between the open shop's services and the servers that they use. */
	static synchronized Proxies proxies() {
		return proxies;
	}

	private static synchronized void close() {
		if (shop != null) {
			shop.close();
			shop = null;
		}
		proxies.close();
	}

}
