package dev.ticketrail.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.testing.invariants.Invariants;
import dev.ticketrail.testing.invariants.Violation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real jars on a real broker and a real database, while things happen to them.
 * Whatever happened: when the shop has come to rest, the {@link Invariants} hold.
 */
@ExtendWith(OpenShop.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Trouble {

	/** While nothing is away, or while health is asked what is. */
	static final Duration SOON = Duration.ofSeconds(20);

	/**
	 * From the last fault until the last order has come to its end, restarts included.
	 */
	static final Duration AFTERWARDS = Duration.ofMinutes(3);

	final BrokerType brokerType;

	Shop shop;

	ShopClient client;

	/** What others have left behind: the dead letters of those who publish rubbish. */
	private Set<String> before;

	Trouble(BrokerType brokerType) {
		this.brokerType = brokerType;
	}

	@BeforeAll
	void openTheShop() {
		this.shop = OpenShop.on(this.brokerType);
		this.client = new ShopClient(this.shop);
		this.client.awaitStatus(this.client.place(ShopClient.contractOrder("first@example.com")), "SHIPPED", SOON);
		this.before = ShopFacts.violations(this.shop).stream().map(Violation::summary).collect(Collectors.toSet());
	}

	/** Whatever a test that failed half-way has left behind. */
	@AfterEach
	void healTheWays() {
		OpenShop.proxies().heal();
	}

	Server broker() {
		return this.shop.server((this.brokerType == BrokerType.KAFKA) ? "kafka" : "rabbit");
	}

	void awaitRest() {
		await().atMost(AFTERWARDS)
			.pollInterval(Duration.ofMillis(400))
			.ignoreException(IllegalStateException.class)
			.ignoreException(UncheckedIOException.class)
			.untilAsserted(() -> assertThat(ShopFacts.violations(this.shop))
				.filteredOn((violation) -> !this.before.contains(violation.summary()))
				.isEmpty());
	}

}
