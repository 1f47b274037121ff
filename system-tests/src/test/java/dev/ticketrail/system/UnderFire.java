package dev.ticketrail.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.testing.faults.TcpProxy;
import dev.ticketrail.testing.invariants.Invariants;
import dev.ticketrail.testing.invariants.Violation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real jars on a real broker and a real database, while things happen to them.
 * Whatever happened: when the shop has come to rest, the {@link Invariants} hold.
 * <p>
 * {@code -Dchaos.minutes=30} makes the random run longer, {@code -Dchaos.seed=…} repeats
 * one, {@code -Dchaos.rate=…} sets the orders a second.
 */
@ExtendWith(OpenShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnderFire {

	private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(5);

	/**
	 * From the last fault until the last order has come to its end, restarts included.
	 */
	private static final Duration AFTERWARDS = Duration.ofMinutes(3);

	private final BrokerType brokerType;

	private Shop shop;

	private ShopClient client;

	/** What others have left behind: the dead letters of those who publish rubbish. */
	private Set<String> before;

	UnderFire(BrokerType brokerType) {
		this.brokerType = brokerType;
	}

	@BeforeAll
	void openTheShop() {
		this.shop = OpenShop.on(this.brokerType);
		this.client = new ShopClient(this.shop);
		this.client.awaitStatus(this.client.place(ShopClient.contractOrder("first@example.com")), "SHIPPED",
				Duration.ofSeconds(20));
		this.before = ShopFacts.violations(this.shop).stream().map(Violation::summary).collect(Collectors.toSet());
	}

	@Test
	void nothingIsLostOrDoneTwiceWhileEverythingIsKilledInTurn() throws Exception {
		underFire(Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("chaos.minutes", "1")))),
				(server, random) -> {
					if (random.nextInt(4) == 0) {
						server.freeze();
						thawLater(server);
					}
					else {
						server.kill();
					}
				});
	}

	@Test
	void ordersAreRefusedAtOnceWhileTheDatabaseIsDown() {
		Server postgres = this.shop.server("postgres");
		String order = ShopClient.contractOrder("patient@example.com");
		postgres.stop();
		try {
			for (int i = 0; i < 10; i++) {
				long begin = System.nanoTime();
				HttpResponse<String> answer = this.client.post("order-service", "/orders", order, Map.of());
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
				assertThat(answer.statusCode()).isEqualTo(503);
				assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
				assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			}
			assertThat(this.client.get("order-service", "/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(this.client.get("order-service", "/actuator/health/liveness").statusCode()).isEqualTo(200);
		}
		finally {
			postgres.start();
		}
		String id = await().atMost(AFTERWARDS)
			.until(() -> this.client.post("order-service", "/orders", order, Map.of()),
					(answer) -> answer.statusCode() == 201)
			.headers()
			.firstValue("Location")
			.orElseThrow()
			.replaceFirst(".*/", "");
		this.client.awaitStatus(id, "SHIPPED", AFTERWARDS);
		awaitRest();
	}

	@Test
	void ordersAreAcceptedAtOnceWhileTheBrokerIsFrozen() {
		Server broker = broker();
		List<String> orders = new ArrayList<>();
		broker.freeze();
		try {
			for (int i = 0; i < 20; i++) {
				long begin = System.nanoTime();
				orders.add(this.client.place(ShopClient.contractOrder("hurried@example.com")));
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
			}
		}
		finally {
			broker.thaw();
		}
		orders.forEach((order) -> this.client.awaitStatus(order, "SHIPPED", AFTERWARDS));
		awaitRest();
	}

	@Test
	void connectionsThatAreCutStalledOrDeafAreReplacedUnaided() throws Exception {
		Proxies proxies = OpenShop.proxies();
		String broker = broker().name();
		try (Crowd crowd = new Crowd(this.client, 7)) {
			List<Runnable> faults = List.of(() -> proxies.to("postgres", TcpProxy::cut),
					() -> proxies.to(broker, TcpProxy::cut), () -> proxies.to(broker, TcpProxy::halfClose),
					() -> proxies.to(broker, TcpProxy::stall),
					() -> proxies.to(broker, (proxy) -> proxy.drop(TcpProxy.Direction.TO_CLIENT)),
					() -> proxies.to("mail", TcpProxy::refuse));
			for (Runnable fault : faults) {
				fault.run();
				for (int customer = 0; customer < 8; customer++) {
					crowd.send();
					pauseUntil(System.nanoTime() + 250_000_000);
				}
				for (String server : List.of("postgres", broker, "mail")) {
					proxies.to(server, TcpProxy::heal);
				}
			}
			crowd.awaitServed();
		}
		awaitRest();
	}

	@Test
	void serviceStartsWithoutABrokerAndConnectsLater() {
		Server shipping = this.shop.server("shipping-service");
		Server broker = broker();
		shipping.stop();
		String order = this.client.place(ShopClient.contractOrder("early@example.com"));
		this.client.awaitStatus(order, "CONFIRMED", AFTERWARDS);
		broker.stop();
		try {
			shipping.start();
			assertThat(this.client.get("shipping-service", "/actuator/health").body()).contains("\"DOWN\"");
		}
		finally {
			broker.start();
		}
		this.client.awaitStatus(order, "SHIPPED", AFTERWARDS);
		awaitRest();
	}

	private Server broker() {
		return this.shop.server((this.brokerType == BrokerType.KAFKA) ? "kafka" : "rabbit");
	}

	private void awaitRest() {
		await().atMost(AFTERWARDS)
			.pollInterval(Duration.ofSeconds(1))
			.ignoreException(IllegalStateException.class)
			.untilAsserted(() -> assertThat(ShopFacts.violations(this.shop))
				.filteredOn((violation) -> !this.before.contains(violation.summary()))
				.isEmpty());
	}

	private void underFire(Duration length, BiConsumer<Server, Random> fault) throws Exception {
		long seed = Long.getLong("chaos.seed", System.nanoTime());
		int rate = Integer.getInteger("chaos.rate", 4);
		System.out.printf("Under fire on %s: -Dchaos.seed=%d -Dchaos.rate=%d, %d s%n", this.brokerType, seed, rate,
				length.toSeconds());
		Random random = new Random(seed);
		List<Server> targets = new ArrayList<>();
		int faults = 0;
		try (Crowd crowd = new Crowd(this.client, seed)) {
			long begin = System.nanoTime();
			long end = begin + length.toNanos();
			long nextFault = begin + BETWEEN_FAULTS.toNanos();
			for (long customer = 1; System.nanoTime() < end; customer++) {
				crowd.send();
				if (System.nanoTime() >= nextFault) {
					if (targets.isEmpty()) {
						targets.addAll(this.shop.servers().stream().filter((server) -> !isMail(server)).toList());
						Collections.shuffle(targets, random);
					}
					Server target = targets.removeLast();
					if (target.isAlive()) {
						fault.accept(target, random);
						faults++;
					}
					nextFault += BETWEEN_FAULTS.toNanos();
				}
				pauseUntil(begin + customer * 1_000_000_000L / rate);
			}
			List<Crowd.Visit> visits = crowd.awaitServed();
			long lastFault = nextFault - BETWEEN_FAULTS.toNanos();
			awaitRest();
			long seconds = Duration.ofNanos(System.nanoTime() - lastFault).toSeconds();
			int duplicates = 0;
			for (Crowd.Visit visit : visits) {
				int written = this.client.read("email-service", "/emails?orderId=" + visit.order()).size();
				int received = this.client.mails(visit.email());
				assertThat(received).as("mails about " + visit.order()).isGreaterThanOrEqualTo(written);
				duplicates += received - written;
			}
			assertThat(duplicates).as("mails sent twice").isLessThanOrEqualTo(faults);
			System.out.printf(
					"Under fire on %s: %d orders, %d faults, 0 violations, %d mails sent twice, at rest %d s after the last fault%n",
					this.brokerType, visits.size(), faults, duplicates, seconds);
		}
	}

	private static boolean isMail(Server server) {
		return server.name().equals("mail");
	}

	private static void thawLater(Server server) {
		Thread.ofVirtual().start(() -> {
			pauseUntil(System.nanoTime() + BETWEEN_FAULTS.multipliedBy(2).toNanos());
			server.thaw();
		});
	}

	private static void pauseUntil(long moment) {
		try {
			Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
