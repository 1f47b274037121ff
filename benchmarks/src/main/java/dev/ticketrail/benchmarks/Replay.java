package dev.ticketrail.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;

/**
 * Analytics alone: records a history that Kafka retains, then rebuilds its reports from
 * its first event. They must be the same as before.
 */
final class Replay implements Scenario.Measurement {

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		if (broker != BrokerType.KAFKA) {
			System.out.println("RabbitMQ retains nothing that could be replayed");
			return List.of();
		}
		try (OpenShop shop = OpenShop.only(broker, ShopService.ANALYTICS);
				HttpClient http = HttpClient.newHttpClient()) {
			int orders = size / History.EVENTS;
			int events = orders * History.EVENTS;
			long begin = System.nanoTime();
			try (History history = new History(servers(shop))) {
				history.write(orders);
			}
			OpenShop.awaitThat(
					() -> shop.number(ShopService.ANALYTICS, "select coalesce(max(seq), 0) from event_log") >= events);
			double recorded = (System.nanoTime() - begin) / 1e9;
			String before = send(http, shop, "GET", "/reports/summary");
			CpuClock clock = shop.clock();
			begin = System.nanoTime();
			send(http, shop, "POST", "/replay");
			double replayed = (System.nanoTime() - begin) / 1e9;
			double cpu = clock.total();
			String after = send(http, shop, "GET", "/reports/summary");
			long logged = shop.number(ShopService.ANALYTICS, "select count(*) from event_log");
			if (logged != events || !after.equals(before)) {
				throw new IllegalStateException("%d events, %d logged; the reports were %s and are %s".formatted(events,
						logged, before, after));
			}
			return List.of(shop.figure("events", events),
					shop.figure("events/s written and recorded", events / recorded),
					shop.figure("s to replay", replayed), shop.figure("events/s replayed", events / replayed),
					shop.figure("CPU s to replay", cpu));
		}
	}

	private static String servers(OpenShop shop) {
		return Objects
			.requireNonNull(shop.shop.environment(ShopService.ANALYTICS, 0).get("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
	}

	private static String send(HttpClient http, OpenShop shop, String method, String path) throws Exception {
		URI uri = URI.create(shop.shop.url(ShopService.ANALYTICS.id()) + path);
		HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri)
			.header("Authorization", shop.operator())
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(method + " " + path + ": " + answer.body());
		}
		return answer.body();
	}

}
