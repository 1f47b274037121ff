package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Database;
import dev.ticketrail.launcher.Repository;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;

/**
 * What {@code ./bench} runs: a PostgreSQL and a broker as {@code ./demo} starts them, and
 * {@link Throughput} beside them as a process of its own.
 */
public final class Bench {

	private static final String USAGE = "usage: ./bench [--broker kafka|rabbit|both] [--events 1000..1000000]";

	private Bench() {
	}

	public static void main(String... arguments) throws IOException, InterruptedException {
		List<BrokerType> brokers = List.of(BrokerType.values());
		int events = 50_000;
		try {
			for (int i = 0; i < arguments.length; i += 2) {
				switch (arguments[i]) {
					case "--broker" -> brokers = brokers(arguments[i + 1]);
					case "--events" -> events = events(arguments[i + 1]);
					default -> throw new IllegalArgumentException(arguments[i]);
				}
			}
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			System.err.println(USAGE);
			System.exit(2);
		}
		for (BrokerType broker : brokers) {
			System.out.println(broker.profile() + ", " + run(broker, events));
		}
	}

	private static List<BrokerType> brokers(String name) {
		return name.equals("both") ? List.of(BrokerType.values())
				: List.of(BrokerType.valueOf(name.toUpperCase(Locale.ROOT)));
	}

	private static int events(String text) {
		int events = Integer.parseInt(text);
		if (events < 1000 || events > 1_000_000) {
			throw new IllegalArgumentException(text);
		}
		return events;
	}

	/** Measures on one broker and says in one line what came out. */
	static String run(BrokerType broker, int events) throws IOException, InterruptedException {
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
			return measure(environment, events);
		}
	}

	private static String measure(Map<String, String> environment, int events)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Throughput.class.getName(), Integer.toString(events)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The measurement failed: " + output);
		}
		return output.lines().reduce("", (earlier, line) -> line);
	}

}
