package dev.ticketrail.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.testing.TestBroker;
import dev.ticketrail.testing.faults.TcpProxy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Processes are killed and frozen, connections are cut.
 * <p>
 * {@code -Dchaos.minutes=30} makes the random run longer, {@code -Dchaos.seed=…} repeats
 * one, {@code -Dchaos.rate=…} sets the orders a second. {@code -Dchaos.kind=FREEZE
 * -Dchaos.lasts=30} only freezes, for half a minute each.
 */
abstract class UnderFire extends Trouble {

	private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(5);

	UnderFire(BrokerType brokerType) {
		super(brokerType);
	}

	@Test
	void nothingIsLostOrDoneTwiceWhileEverythingIsKilledInTurn() throws Exception {
		Duration length = Duration
			.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("chaos.minutes", "1"))));
		long seed = Long.getLong("chaos.seed", System.nanoTime());
		int rate = Integer.getInteger("chaos.rate", 4);
		System.out.printf("Under fire on %s: -Dchaos.seed=%d -Dchaos.rate=%d, %d s%n", this.brokerType, seed, rate,
				length.toSeconds());
		Misfortune misfortune = new Misfortune(this.shop, OpenShop.proxies(), seed);
		try (Crowd crowd = new Crowd(this.client, seed)) {
			long end = System.nanoTime() + length.toNanos();
			crowd.keepArriving(rate);
			for (long next = System.nanoTime(); next < end; next += BETWEEN_FAULTS.toNanos()) {
				Crowd.pauseUntil(next);
				misfortune.strike();
			}
			long lastFault = System.nanoTime();
			Crowd.pauseUntil(end);
			List<Crowd.Visit> visits = crowd.awaitServed();
			misfortune.awaitEnd();
			awaitRest();
			long seconds = Duration.ofNanos(System.nanoTime() - lastFault).toSeconds();
			int twice = mailsSentTwice(visits);
			System.out.printf(
					"Under fire on %s: %d orders, %d faults, 0 violations, %d mails sent twice, at rest %d s after the last fault%n",
					this.brokerType, visits.size(), misfortune.strikes(), twice, seconds);
			assertThat(twice).as("mails sent twice").isLessThanOrEqualTo(misfortune.strikes());
			assertThat(seconds).as("seconds until rest").isLessThanOrEqualTo(60 + Misfortune.LASTS.toSeconds());
		}
	}

	/** What is written is sent; how often more than once is told. */
	private int mailsSentTwice(List<Crowd.Visit> visits) {
		int twice = 0;
		for (Crowd.Visit visit : visits) {
			int written = this.client.read("email-service", "/emails?orderId=" + visit.order()).size();
			int received = this.client.mails(visit.email());
			assertThat(received).as("mails about " + visit.order()).isGreaterThanOrEqualTo(written);
			twice += received - written;
		}
		return twice;
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
				crowd.arrive(8, 4);
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
			assertTimeout(SOON, shipping::start);
			assertThat(this.client.get("shipping-service", "/actuator/health").body()).contains("\"DOWN\"");
		}
		finally {
			broker.start();
		}
		this.client.awaitStatus(order, "SHIPPED", AFTERWARDS);
		awaitRest();
	}

	/**
	 * As soon as its next orders are served: nobody waits longer for the one who is dead.
	 */
	@Test
	void badMessageIsListedSoonAfterItsServiceWasKilled() {
		String key = "bad-" + UUID.randomUUID();
		this.shop.server("shipping-service").kill();
		try (TestBroker stranger = TestBroker.connect(this.shop.facts().get("broker"))) {
			stranger.publish("order.confirmed", key, "rubbish".getBytes(StandardCharsets.UTF_8));
		}
		String order = this.client.place(ShopClient.contractOrder("next@example.com"));
		this.client.awaitStatus(order, "SHIPPED", AFTERWARDS);
		for (String subscriber : List.of("shipping-service", "analytics-service")) {
			JsonNode letter = await().atMost(SOON)
				.until(() -> this.client.deadLetters(subscriber, key), (letters) -> !letters.isEmpty())
				.getFirst();
			String path = "/actuator/deadletters/" + letter.get("id").stringValue();
			assertThat(this.client.operate(subscriber, "DELETE", path, "").statusCode()).isBetween(200, 204);
		}
		awaitRest();
	}

}
