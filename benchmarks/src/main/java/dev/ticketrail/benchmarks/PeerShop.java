package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Ports;
import dev.ticketrail.launcher.Priority;
import dev.ticketrail.launcher.Repository;
import dev.ticketrail.launcher.ShopPlan;
import dev.ticketrail.launcher.ShopService;
import dev.ticketrail.launcher.Spawner;

/**
 * The services of {@code benchmarks/peers} on a PostgreSQL, a broker and a mail server as
 * the shop has them, in JVMs with the same heap, collector, compiler and priority. They
 * have no AOT cache, which makes a difference to their start only.
 */
final class PeerShop extends OpenShop {

	/** In what way the services talk to each other. */
	enum Peer {

		TEXTBOOK, MODULITH,

		/** As it comes it polls every two seconds for ten orders. */
		NAMASTACK(50),

		NAMASTACK_TUNED, HANDWRITTEN, CHAIN;

		private final int most;

		Peer() {
			this(Integer.MAX_VALUE);
		}

		Peer(int most) {
			this.most = most;
		}

		/** How many orders it is given, so that a measurement comes to an end. */
		int most() {
			return this.most;
		}

		private String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmn32m");

	private final Peer peer;

	private final boolean optimised;

	private final Map<ShopService, Integer> ports = new LinkedHashMap<>();

	private final Map<String, Process> services = new LinkedHashMap<>();

	/** Starts some of a peer's services. */
	PeerShop(BrokerType broker, Peer peer, ShopService... services) throws IOException {
		this(broker, false, peer, services);
	}

	/** The same, perhaps with the JVM's optimising compiler. */
	PeerShop(BrokerType broker, boolean optimised, Peer peer, ShopService... services) throws IOException {
		super(empty(broker));
		this.peer = peer;
		this.optimised = optimised;
		try {
			Stream.of(services).forEach((service) -> this.ports.put(service, Ports.free()));
			for (ShopService service : services) {
				this.services.put(service.id(), start(service));
			}
			for (ShopService service : services) {
				awaitThat(() -> isReady(service));
			}
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private static ShopPlan empty(BrokerType broker) {
		ShopPlan plan = new ShopPlan().broker(broker);
		Stream.of(ShopService.values()).forEach(plan::without);
		return plan;
	}

	private Process start(ShopService service) throws IOException {
		Path root = Repository.find().root();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
		command.add(service.heap());
		command.addAll(FLAGS);
		if (!this.optimised) {
			command.add("-XX:TieredStopAtLevel=1");
		}
		command.addAll(List.of("-jar", root.resolve("benchmarks/peers/target/benchmark-peers.jar").toString()));
		ProcessBuilder builder = new ProcessBuilder(prioritised(service, command)).redirectErrorStream(true)
			.redirectOutput(Files.createTempFile(this.shop.folder(), service.id(), ".log").toFile());
		Map<String, String> environment = builder.environment();
		environment.putAll(this.shop.environment(service, port(service)));
		environment.put("SPRING_APPLICATION_NAME", service.id());
		environment.merge("SPRING_PROFILES_ACTIVE", this.peer.id() + "," + service.name().toLowerCase(Locale.ROOT),
				(broker, own) -> broker + "," + own);
		this.ports.forEach((other, port) -> environment.put("PEER_" + other.name(), "http://localhost:" + port));
		return Spawner.spawn(builder);
	}

	/** Where the customer waits for all of them, none goes first. */
	private List<String> prioritised(ShopService service, List<String> command) {
		return (this.peer == Peer.CHAIN) ? command : Priority.of(service, command);
	}

	private int port(ShopService service) {
		return Objects.requireNonNull(this.ports.get(service));
	}

	private boolean isReady(ShopService service) {
		if (!Objects.requireNonNull(this.services.get(service.id())).isAlive()) {
			throw new IllegalStateException(name() + "'s " + service.id() + " does not start");
		}
		try (HttpConnection connection = new HttpConnection(URI.create("http://localhost:" + port(service)))) {
			return connection.send("GET", "/actuator/health", "", "").status() == 200;
		}
		catch (IOException _) {
			return false;
		}
	}

	@Override
	String name() {
		return this.peer.id();
	}

	@Override
	URI waiter() {
		return URI.create("http://localhost:" + port(ShopService.ORDER));
	}

	/** A peer may lose something: that is what there is to see. */
	@Override
	Effects.Settled awaitEffects(long orders) {
		return effects().await(orders);
	}

	@Override
	Map<String, Long> processes() {
		Map<String, Long> processes = super.processes();
		this.services.forEach((name, process) -> processes.put(name, process.pid()));
		return processes;
	}

	@Override
	public void close() {
		this.services.values().forEach(Process::destroy);
		this.services.values().forEach((process) -> process.onExit().join());
		super.close();
	}

}
