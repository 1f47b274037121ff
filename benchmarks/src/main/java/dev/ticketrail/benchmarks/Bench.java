package dev.ticketrail.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Repository;

/** What {@code ./bench} runs. */
public final class Bench {

	private Bench() {
	}

	public static void main(String... arguments) throws Exception {
		List<BrokerType> brokers = List.of(BrokerType.values());
		List<Scenario> scenarios = new ArrayList<>();
		int size = 20_000;
		int repeat = 1;
		try {
			for (int i = 0; i < arguments.length; i++) {
				switch (arguments[i]) {
					case "--broker" -> brokers = brokers(arguments[++i]);
					case "--size" -> size = number(arguments[++i], 100, 1_000_000);
					case "--repeat" -> repeat = number(arguments[++i], 1, 20);
					default -> scenarios.add(Scenario.named(arguments[i]).orElseThrow(IllegalArgumentException::new));
				}
			}
			if (scenarios.isEmpty()) {
				throw new IllegalArgumentException();
			}
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			System.err.println("usage: ./bench " + Scenario.names() + " [--broker kafka|rabbit|both] "
					+ "[--size 100..1000000] [--repeat 1..20]");
			for (Scenario scenario : Scenario.values()) {
				System.err.printf("  %-8s %s%n", scenario.id(), scenario.description());
			}
			System.exit(2);
		}
		for (Scenario scenario : scenarios) {
			run(scenario, brokers, size, repeat);
		}
	}

	private static void run(Scenario scenario, List<BrokerType> brokers, int size, int repeat) throws Exception {
		Report report = new Report(scenario, size);
		for (int round = 1; round <= repeat; round++) {
			for (BrokerType broker : brokers) {
				System.out.printf("%s on %s, %d of %d%n", scenario.id(), broker.profile(), round, repeat);
				List<Figure> figures = scenario.measure(broker, size);
				figures.forEach((figure) -> System.out.println("  " + figure));
				report.add(broker, figures);
			}
		}
		System.out.println("Written: " + report.write(Repository.find().root().resolve("benchmarks/results")));
	}

	private static List<BrokerType> brokers(String name) {
		return name.equals("both") ? List.of(BrokerType.values())
				: List.of(BrokerType.valueOf(name.toUpperCase(Locale.ROOT)));
	}

	private static int number(String text, int least, int most) {
		int number = Integer.parseInt(text);
		if (number < least || number > most) {
			throw new IllegalArgumentException(text);
		}
		return number;
	}

}
