package dev.ticketrail.system;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.ShopService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator does on any working day, while customers come in. */
abstract class RollingRestart extends Trouble {

	private static final int PER_SECOND = 4;

	RollingRestart(BrokerType brokerType) {
		super(brokerType);
	}

	/**
	 * All services at the same time, each one instance after the other; of one there are
	 * several.
	 */
	@Test
	void restartOfOneInstanceAfterTheOtherLosesNothing() throws Exception {
		for (int number = 2; number <= Math.max(2, OpenShop.INSTANCES); number++) {
			this.shop.server("payment-service." + number).start();
		}
		try (Crowd crowd = new Crowd(this.client, 52)) {
			crowd.keepArriving(PER_SECOND);
			Stream.of(ShopService.values()).parallel().map(this::instances).forEach((instances) -> {
				for (Server instance : instances) {
					instance.stop();
					instance.start();
				}
			});
			crowd.awaitServed();
		}
		awaitRest();
	}

	@Test
	void instancesThatComeAndGoShareTheWorkAndDoNothingTwice() throws Exception {
		List<Server> more = Stream.of("payment-service.2", "payment-service.3").map(this.shop::server).toList();
		try (Crowd crowd = new Crowd(this.client, 53)) {
			more.parallelStream().forEach(Server::stop);
			crowd.keepArriving(PER_SECOND);
			awaitWorkOf("payment-service");
			more.parallelStream().forEach(Server::start);
			awaitWorkOf("payment-service", "payment-service.2", "payment-service.3");
			more.parallelStream().forEach(Server::stop);
			awaitWorkOf("payment-service");
			crowd.awaitServed();
		}
		awaitRest();
	}

	private List<Server> instances(ShopService service) {
		return this.shop.servers()
			.stream()
			.filter((server) -> server.name().startsWith(service.id()))
			.filter(Server::isAlive)
			.toList();
	}

	/** Waits until each of the instances has processed events that come from now on. */
	private void awaitWorkOf(String... instances) {
		for (String instance : instances) {
			double before = processed(instance);
			await().atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(500))
				.untilAsserted(() -> assertThat(processed(instance)).as(instance).isGreaterThan(before + 3));
		}
	}

	private double processed(String instance) {
		return this.client.measure(instance, "ticketrail.inbox.processed");
	}

}
