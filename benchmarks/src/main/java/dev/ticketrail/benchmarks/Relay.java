package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Database;
import dev.ticketrail.launcher.Repository;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;

/**
 * A PostgreSQL and a broker as {@code ./demo} starts them, and {@link Throughput} beside
 * them as a process of its own.
 */
final class Relay implements Scenario.Measurement {

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		ShopPlan plan = new ShopPlan().broker(broker).freePorts();
		for (ShopService service : ShopService.values()) {
			plan.without(service);
		}
		try (Shop shop = new Shop(plan, Repository.find())) {
			shop.start();
			Map<String, String> environment = shop.environment(ShopService.ORDER, 0);
			Database database = shop.administrator().create("benchmark");
			environment.put("SPRING_DATASOURCE_URL", database.url());
			environment.put("SPRING_DATASOURCE_USERNAME", database.user());
			environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
			return measure(environment, size);
		}
	}

	private static List<Figure> measure(Map<String, String> environment, int events)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				Throughput.class.getName(), Integer.toString(events)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The measurement failed: " + output);
		}
		String[] rates = output.lines().reduce("", (_, line) -> line).split(" ");
		return List.of(Figure.shop("relayed/s", Double.parseDouble(rates[0])),
				Figure.shop("consumed/s", Double.parseDouble(rates[1])));
	}

}
