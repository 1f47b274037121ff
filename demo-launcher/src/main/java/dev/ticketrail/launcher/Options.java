package dev.ticketrail.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ./demo}.
 */
final class Options {

	static final String HELP = """
			Runs the whole shop on this machine, without Docker: PostgreSQL, a broker, a mail server and six services.

			./demo [options]

			  --broker kafka|rabbit       the broker; kafka is the default, because it can be embedded
			  --rabbit-url amqp://…       a RabbitMQ that runs already, instead of a private node
			                              of an installed rabbitmq-server
			  --port-base N               order-service on N+1 … analytics-service on N+6; default 8080
			  --data DIR                  keeps the data in DIR, and goes on with what is in it;
			                              without it a temporary folder that is removed at the end
			  --instances SERVICE=N       N instances of a service; may be repeated
			  --without SERVICE           everything but that service, and the environment
			                              to start it from an IDE; may be repeated
			  --optimise                  with the JVM's optimising compiler: slower for the first
			                              minutes of a load, more than twice as fast afterwards
			  --help                      this text

			Services: %s.
			Ctrl-C stops everything.""".formatted(ShopService.names());

	private Options() {
	}

	/**
	 * Reads the options.
	 * @return the shop that is wanted, or {@code null} when help is
	 * @throws CannotStartException when there is anything wrong with them
	 */
	static @Nullable ShopPlan parse(String... arguments) {
		if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
			return null;
		}
		ShopPlan plan = new ShopPlan();
		BrokerType broker = null;
		Iterator<String> words = Arrays.stream(arguments).flatMap(Options::split).iterator();
		while (words.hasNext()) {
			String option = words.next();
			switch (option) {
				case "--broker" -> broker = broker(value(option, words));
				case "--rabbit-url" -> plan.rabbit(rabbit(value(option, words)));
				case "--port-base" -> plan.portBase(number(option, value(option, words), 1, 65_529));
				case "--data" -> plan.data(Path.of(value(option, words)));
				case "--instances" -> instances(plan, value(option, words));
				case "--without" -> plan.without(service(option, value(option, words)));
				case "--optimise" -> plan.optimised();
				default -> throw new CannotStartException("unknown option " + option + ", see ./demo --help");
			}
		}
		if (broker == BrokerType.KAFKA && plan.rabbit != null) {
			throw new CannotStartException("--rabbit-url goes with --broker rabbit");
		}
		return (broker != null) ? plan.broker(broker) : plan;
	}

	/** Both {@code --option value} and {@code --option=value}. */
	private static java.util.stream.Stream<String> split(String argument) {
		return argument.startsWith("--") ? Arrays.stream(argument.split("=", 2)) : java.util.stream.Stream.of(argument);
	}

	private static String value(String option, Iterator<String> words) {
		String value = words.hasNext() ? words.next() : "";
		if (value.isEmpty() || value.startsWith("--")) {
			throw new CannotStartException(option + " needs a value, see ./demo --help");
		}
		return value;
	}

	private static BrokerType broker(String value) {
		return Arrays.stream(BrokerType.values())
			.filter((broker) -> broker.profile().equals(value))
			.findFirst()
			.orElseThrow(() -> new CannotStartException("--broker is kafka or rabbit, not " + value));
	}

	private static RabbitAddress rabbit(String value) {
		try {
			return RabbitAddress.parse(value);
		}
		catch (IllegalArgumentException ex) {
			throw new CannotStartException("--rabbit-url is " + ex.getMessage(), ex);
		}
	}

	private static int number(String option, String value, int least, int most) {
		try {
			int number = Integer.parseInt(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException _) {
			// said below
		}
		throw new CannotStartException("%s is a number from %d to %d, not %s".formatted(option, least, most, value));
	}

	private static void instances(ShopPlan plan, String value) {
		String[] parts = value.split("=", 2);
		if (parts.length != 2) {
			throw new CannotStartException("--instances is of the form email-service=3, not " + value);
		}
		plan.instances(service("--instances", parts[0]), number("--instances " + parts[0], parts[1], 1, 20));
	}

	private static ShopService service(String option, String name) {
		return ShopService.named(name)
			.orElseThrow(() -> new CannotStartException(
					"%s: there is no service %s, but %s".formatted(option, name, ShopService.names())));
	}

}
