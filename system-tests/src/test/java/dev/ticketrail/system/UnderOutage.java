package dev.ticketrail.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the shop stands on is away for a while, and customers keep coming: health says
 * what is missing, no message is given up, and everything is done afterwards.
 * <p>
 * {@code -Dchaos.outage=60} makes each outage a minute long.
 */
abstract class UnderOutage extends Trouble {

	private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("chaos.outage", 3));

	UnderOutage(BrokerType brokerType) {
		super(brokerType);
	}

	@Test
	void ordersAreRefusedAtOnceWhileTheDatabaseIsAway() throws Exception {
		Server postgres = this.shop.server("postgres");
		outage(postgres::stop, postgres::start, 503, () -> {
			assertThat(health("order-service", "/readiness").statusCode()).isEqualTo(503);
			assertThat(health("order-service", "/liveness").statusCode()).isEqualTo(200);
			assertThat(component("order-service", "db")).isEqualTo("DOWN");
		});
	}

	@Test
	void ordersAreAcceptedAtOnceWhileTheBrokerIsAway() throws Exception {
		Server broker = broker();
		outage(broker::stop, broker::start, 201, this::brokerIsMissed);
	}

	@Test
	void ordersAreAcceptedAtOnceWhileTheBrokerIsFrozen() throws Exception {
		Server broker = broker();
		outage(broker::freeze, broker::thaw, 201, this::brokerIsMissed);
	}

	final void brokerIsMissed() {
		assertThat(component("order-service", "messaging")).isEqualTo("DOWN");
		assertThat(health("order-service", "/readiness").statusCode()).isEqualTo(200);
	}

	@Test
	void mailsWaitWhileTheMailServerIsAway() throws Exception {
		Server mail = this.shop.server("mail");
		outage(mail::stop, mail::start, 201,
				() -> assertThat(health("email-service", "").body()).contains("mail server is not available"));
	}

	@Test
	void chargesWaitWhileTheGatewayIsAway() throws Exception {
		outage(() -> this.client.gateway("FAIL", 0), () -> this.client.gateway("NORMAL", 0), 201,
				() -> assertThat(health("payment-service", "").body()).contains("payment gateway is not available"));
	}

	/**
	 * Takes something away and brings it back.
	 * @param expected what everyone who orders meanwhile is told, within a second
	 * @param isSaid what health says meanwhile
	 */
	final void outage(Runnable begin, Runnable end, int expected, Runnable isSaid) throws Exception {
		try (Crowd crowd = new Crowd(this.client, 31)) {
			crowd.keepArriving(4);
			try {
				begin.run();
				long over = System.nanoTime() + LENGTH.toNanos();
				do {
					long begun = System.nanoTime();
					HttpResponse<String> answer = this.client.post("order-service", "/orders",
							ShopClient.contractOrder("hurried@example.com"), Map.of());
					assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
					assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
					if (expected == 503) {
						assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
						assertThat(answer.headers().firstValue("Retry-After")).isPresent();
					}
					Crowd.pauseUntil(begun + 250_000_000);
				}
				while (System.nanoTime() < over);
				await().atMost(SOON).untilAsserted(isSaid::run);
			}
			finally {
				end.run();
			}
			crowd.awaitServed();
		}
		awaitRest();
	}

	private String component(String service, String name) {
		return ShopClient.read(health(service, "")).at("/components/" + name + "/status").stringValue();
	}

	private HttpResponse<String> health(String service, String group) {
		return this.client.get(service, "/actuator/health" + group);
	}

}
