package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Database;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;

/**
 * The waiter alone: order-service with its database and its broker, and beside it
 * {@code pgbench}, which inserts an order and an outbox row a transaction into tables of
 * the same shape on the same server, with as many connections as order-service has.
 */
final class Accept implements Scenario.Measurement {

	private static final Duration LENGTH = Duration.ofSeconds(10);

	private static final Duration UNTIL_OPTIMISED = Duration.ofMinutes(2);

	/** At which part of what it can take latency is looked at. */
	private static final double PART = 0.7;

	private static final int POOL = 8;

	private static final int CLIENTS = 32;

	private static final String TABLES = """
			create table bench_orders (like orders including all);
			create table bench_outbox (like outbox including all);
			""";

	private static final String TRANSACTION = """
			begin;
			insert into bench_orders select gen_random_uuid()::text, version, user_id, customer_name, customer_email, lines,
				total, street, city, postcode, placed_at, status, status_since, cancellation_reason, paid, reserved,
				refunded, history from orders where id = '%s';
			insert into bench_outbox (event_id, topic, message_key, payload, traceparent, occurred_at)
				values (gen_random_uuid(), 'order.placed', gen_random_uuid()::text, repeat('x', 700), repeat('t', 55), now());
			commit;
			""";

	private final boolean optimised;

	/**
	 * As {@code ./demo} runs, or as a shop does that has run for a while.
	 * @param optimised whether the JVMs use their optimising compiler, and have had the
	 * time for it
	 */
	Accept(boolean optimised) {
		this.optimised = optimised;
	}

	@Override
	public List<Figure> measure(BrokerType broker, int size) throws Exception {
		List<Figure> figures = new ArrayList<>();
		int shopsLoad;
		try (OpenShop shop = OpenShop.only(plan(broker), ShopService.ORDER)) {
			figures.addAll(measure(shop));
			shopsLoad = (int) (figures.getFirst().value() * PART);
			if (!this.optimised) {
				Load.Outcome keyed = shop.load(CLIENTS).keyed().saturate(LENGTH);
				figures.add(shop.figure("orders/s, each with an Idempotency-Key", keyed.acceptedPerSecond()));
			}
			OpenShop.awaitThat(() -> shop.number(ShopService.ORDER, "select count(*) from outbox") == 0);
			shop.shop.server(ShopService.ORDER.id()).stop();
			pgbench(shop).ifPresentOrElse((rate) -> {
				figures.add(new Figure("pgbench", "transactions/s", rate));
				figures.add(shop.figure("orders of a pgbench transaction", figures.getFirst().value() / rate));
			}, () -> System.out.println("pgbench is not installed: nothing to compare with"));
		}
		try (OpenShop textbook = new PeerShop(broker, this.optimised, PeerShop.Peer.TEXTBOOK, ShopService.ORDER)) {
			figures.addAll(measure(textbook));
			Load.Outcome same = textbook.load(CLIENTS).offer(shopsLoad, LENGTH);
			figures.add(textbook.figure("orders/s at the shop's load", same.acceptedPerSecond()));
			figures.add(textbook.figure("p99 ms at the shop's load", same.millis(99)));
		}
		return figures;
	}

	private ShopPlan plan(BrokerType broker) {
		ShopPlan plan = new ShopPlan().broker(broker);
		return this.optimised ? plan.optimised() : plan;
	}

	private List<Figure> measure(OpenShop shop) {
		shop.load(CLIENTS).saturate(this.optimised ? UNTIL_OPTIMISED : LENGTH);
		OpenShop.settle();
		long before = shop.number(ShopService.ORDER, "select count(*) from orders");
		CpuClock clock = shop.clock();
		Load.Outcome most = shop.load(CLIENTS).saturate(LENGTH);
		Map<String, Double> cpu = clock.seconds();
		long stored = shop.number(ShopService.ORDER, "select count(*) from orders") - before;
		if (stored != most.accepted()) {
			throw new IllegalStateException(most.accepted() + " orders were accepted, and " + stored + " stored");
		}
		OpenShop.settle();
		Load.Outcome steady = shop.load(CLIENTS).offer((int) (most.acceptedPerSecond() * PART), LENGTH);
		List<Figure> figures = new ArrayList<>(List.of(shop.figure("orders/s at saturation", most.acceptedPerSecond()),
				shop.figure("refused", most.refused() + steady.refused()),
				shop.figure("without an answer", most.failed() + steady.failed()),
				shop.figure("p50 ms at 70 %", steady.millis(50)), shop.figure("p99 ms at 70 %", steady.millis(99)),
				shop.figure("max ms at 70 %", steady.millis(100))));
		figures.addAll(shop.cpu(cpu, most.accepted()));
		return figures;
	}

	private static Optional<Double> pgbench(OpenShop shop) throws Exception {
		Optional<Path> program = executable();
		if (program.isEmpty()) {
			return Optional.empty();
		}
		Database database = shop.shop.database(ShopService.ORDER);
		String order;
		try (var connection = database.connect(); var sql = connection.createStatement()) {
			sql.execute(TABLES);
			try (var found = sql.executeQuery("select id from orders limit 1")) {
				found.next();
				order = found.getString(1);
			}
		}
		Path script = Files.createTempFile("accept", ".sql");
		try {
			Files.writeString(script, TRANSACTION.formatted(order).replace("\n\t", " ").replaceAll(",? *\\n +", " "));
			Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(database.url());
			if (!address.find()) {
				throw new IllegalStateException(database.url());
			}
			ProcessBuilder command = new ProcessBuilder(program.get().toString(), "-n", "-M", "prepared", "-c",
					String.valueOf(POOL), "-j", "1", "-T", String.valueOf(LENGTH.toSeconds()), "-f", script.toString(),
					"-h", address.group(1), "-p", address.group(2), "-U", database.user(), address.group(3))
				.redirectErrorStream(true);
			command.environment().put("PGPASSWORD", database.password());
			return Optional.of(run(command));
		}
		finally {
			Files.delete(script);
		}
	}

	private static double run(ProcessBuilder command) throws IOException, InterruptedException {
		Process process = command.start();
		String output = new String(process.getInputStream().readAllBytes());
		Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
		if (process.waitFor() != 0 || !rate.find()) {
			throw new IllegalStateException("pgbench failed: " + output);
		}
		return Double.parseDouble(rate.group(1));
	}

	private static Optional<Path> executable() throws IOException {
		try (Stream<Path> versions = Files.exists(Path.of("/usr/lib/postgresql"))
				? Files.list(Path.of("/usr/lib/postgresql")) : Stream.empty()) {
			return Stream
				.concat(versions.map((version) -> version.resolve("bin/pgbench")),
						Stream.of(System.getenv("PATH").split(":")).map((folder) -> Path.of(folder, "pgbench")))
				.filter(Files::isExecutable)
				.findFirst();
		}
	}

}
