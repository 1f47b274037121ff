package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Repository;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;

/** A shop as {@code ./demo} starts it, with fresh tables, and what its databases say. */
class OpenShop implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	final Shop shop;

	private final Effects effects = new Effects(this);

	private final Map<ShopService, Connection> connections = new EnumMap<>(ShopService.class);

	/** From the first process until the last one was ready. */
	final Duration start;

	OpenShop(ShopPlan plan) throws IOException {
		this.shop = new Shop(plan.freePorts(), Repository.find());
		long begin = System.nanoTime();
		this.shop.start();
		this.start = Duration.ofNanos(System.nanoTime() - begin);
	}

	static OpenShop on(BrokerType broker) throws IOException {
		return on(new ShopPlan().broker(broker));
	}

	/** All six services, and more in stock than anyone will order. */
	static OpenShop on(ShopPlan plan) throws IOException {
		OpenShop shop = new OpenShop(plan);
		try {
			shop.restock();
			return shop;
		}
		catch (SQLException ex) {
			shop.close();
			throw new IllegalStateException(ex);
		}
	}

	private void restock() throws SQLException {
		try (Connection connection = this.shop.database(ShopService.INVENTORY).connect();
				Statement statement = connection.createStatement()) {
			statement.execute("update stock set initial = initial + 10000000, available = available + 10000000");
		}
	}

	static OpenShop only(BrokerType broker, ShopService service) throws IOException {
		return only(new ShopPlan().broker(broker), service);
	}

	/** One service, with its database and the broker. */
	static OpenShop only(ShopPlan plan, ShopService service) throws IOException {
		Stream.of(ShopService.values()).filter((other) -> other != service).forEach(plan::without);
		return new OpenShop(plan);
	}

	/** Whose figures these are. */
	String name() {
		return "shop";
	}

	/** Where orders are placed. */
	URI waiter() {
		return this.shop.url(ShopService.ORDER.id());
	}

	/** All processes, by name. */
	Map<String, Long> processes() {
		Map<String, Long> processes = new LinkedHashMap<>();
		this.shop.servers().forEach((server) -> processes.put(server.name(), server.pid()));
		return processes;
	}

	Load load(int connections) {
		return new Load(waiter(), connections);
	}

	CpuClock clock() {
		return new CpuClock(processes());
	}

	Figure figure(String name, double value) {
		return new Figure(name(), name, value);
	}

	/**
	 * What the processes of a clock have used.
	 * @return milliseconds an order: all together, then each
	 */
	List<Figure> cpu(Map<String, Double> seconds, long orders) {
		double total = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
		List<Figure> figures = new ArrayList<>(List.of(figure("CPU ms an order", total * 1000 / orders)));
		seconds.forEach((process, used) -> figures.add(figure("of which " + process, used * 1000 / orders)));
		return figures;
	}

	/** Lets the JVMs see what is coming: some orders, all the way. */
	void warmUp(int orders) {
		load(8).place(orders);
		awaitEffects(orders);
		settle();
	}

	/**
	 * Has the machine write to its disk what it has put off. Half a minute after the
	 * start it would do so anyway, and commits that are timed would wait.
	 */
	static void settle() {
		try {
			new ProcessBuilder("sync").start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	Effects effects() {
		return this.effects;
	}

	/** Counts effects from now on. */
	void forget() {
		this.effects.forget();
	}

	/**
	 * Waits until so many orders have had all their effects.
	 * @throws IllegalStateException if some are missing, or there are more than that
	 */
	Effects.Settled awaitEffects(long orders) {
		Effects.Settled settled = this.effects.await(orders);
		if (settled.missing() > 0 || settled.tooMany() > 0) {
			throw new IllegalStateException(settled + " after " + orders + " orders");
		}
		return settled;
	}

	/** Asks a service's database, over one kept connection: a new one costs more. */
	synchronized long number(ShopService service, String sql) {
		try {
			Connection connection = this.connections.get(service);
			if (connection == null) {
				connection = this.shop.database(service).connect();
				this.connections.put(service, connection);
			}
			try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
				result.next();
				return result.getLong(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Asks all services' databases the same, and adds their answers. */
	long sum(String sql) {
		return Stream.of(ShopService.values()).mapToLong((service) -> number(service, sql)).sum();
	}

	/**
	 * The gateway takes no more than so many charges a second; 0 stands for any number.
	 */
	void limitPayments(int perSecond) throws IOException {
		try (HttpConnection connection = new HttpConnection(this.shop.url(ShopService.PAYMENT.id()))) {
			HttpConnection.Answer answer = connection.send("PUT", "/gateway/behaviour",
					"Authorization: " + operator() + "\r\n",
					"{\"mode\": \"NORMAL\", \"delayMillis\": 0, \"ratePerSecond\": %d}".formatted(perSecond));
			if (answer.status() >= 300) {
				throw new IllegalStateException("The gateway answered " + answer);
			}
		}
	}

	/** What the operator sends as {@code Authorization}. */
	String operator() {
		String login = "operator:" + this.shop.operatorPassword();
		return "Basic " + Base64.getEncoder().encodeToString(login.getBytes());
	}

	/** Megabytes of one server that are in memory. */
	static double resident(Server server) throws IOException {
		return memory(server, "Rss:");
	}

	/**
	 * The same, but of a page that several processes share only the share of one: the sum
	 * over them is what they take together.
	 */
	static double proportional(Server server) throws IOException {
		return memory(server, "Pss:");
	}

	private static double memory(Server server, String which) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + server.pid() + "/smaps_rollup"))
			.stream()
			.filter((line) -> line.startsWith(which))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
			.sum();
	}

	static void awaitThat(BooleanSupplier condition) {
		long deadline = System.nanoTime() + LONGEST.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Not done within " + LONGEST);
			}
			pause();
		}
	}

	/** Between two looks. */
	static void pause() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.connections.values().forEach((connection) -> {
			try {
				connection.close();
			}
			catch (SQLException _) {
				// its server ends now
			}
		});
		this.shop.close();
	}

}
