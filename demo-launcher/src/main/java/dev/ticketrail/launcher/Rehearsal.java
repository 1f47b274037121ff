package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link AotCache}: the module {@code rehearsal} does once, on each broker, what
 * all services do, on servers that are there for nothing else, while the JVM records it.
 * A broker that cannot be had on this machine is left out.
 */
final class Rehearsal implements AutoCloseable {

	private static final String MAIN = "dev.ticketrail.rehearsal.Rehearsal";

	private static final long LONGEST_MINUTES = 10;

	private final ShopFolder folder = ShopFolder.open(null);

	private final Postgres postgres = new Postgres(this.folder.data("postgres"), Ports.free(),
			this.folder.log("postgres"));

	private final Map<BrokerType, ShopBroker> brokers = new EnumMap<>(BrokerType.class);

	private volatile @Nullable Process process;

	/** Prepares one; nothing runs yet. */
	Rehearsal() {
		for (BrokerType type : BrokerType.values()) {
			try {
				this.brokers.put(type, ShopBroker.of(new ShopPlan().broker(type), this.folder));
			}
			catch (CannotStartException _) {
				// what is not installed needs no rehearsal
			}
		}
	}

	/**
	 * Makes the cache, which takes about a minute.
	 * @throws IOException when it cannot be made; the reason is its message
	 */
	void record(AotCache cache, ClassPaths classPaths) throws IOException {
		startServers();
		Path fresh = cache.file().resolveSibling(cache.file().getFileName() + "." + ProcessHandle.current().pid());
		List<String> command = new ArrayList<>(List.of(Java.executable(), "-Xmx256m"));
		command.addAll(AotCache.RECORDING);
		command.addAll(AotCache.FLAGS);
		command.addAll(List.of("-XX:AOTCacheOutput=" + fresh, "-cp", classPaths.common().toString(), MAIN));
		this.brokers.keySet().forEach((type) -> command.add(type.profile()));
		Path log = cache.file().resolveSibling("rehearsal.log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment());
		Process running = Spawner.spawn(builder);
		this.process = running;
		try {
			if (!running.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || running.exitValue() != 0) {
				throw new IOException("the rehearsal failed, see " + log);
			}
			Files.move(fresh, cache.file(), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		finally {
			Files.deleteIfExists(fresh);
		}
	}

	private void startServers() throws IOException {
		try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture
				.allOf(servers().map((server) -> CompletableFuture.runAsync(server::start, tasks))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		catch (CompletionException ex) {
			throw new IOException("no rehearsal: " + ex.getMessage(), ex);
		}
	}

	private Stream<Server> servers() {
		return Stream.concat(Stream.of(this.postgres),
				this.brokers.values().stream().flatMap((broker) -> broker.server().stream()));
	}

	private Map<String, String> environment() {
		Database database = this.postgres.administrator().create("rehearsal");
		Map<String, String> environment = new HashMap<>();
		this.brokers.values().forEach((broker) -> environment.putAll(broker.environment("rehearsal")));
		environment.remove("SPRING_PROFILES_ACTIVE");
		environment.put("SPRING_DATASOURCE_URL", database.url());
		environment.put("SPRING_DATASOURCE_USERNAME", database.user());
		environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
		environment.put("OPERATOR_PASSWORD", this.folder.operatorPassword());
		return environment;
	}

	@Override
	public void close() {
		Process running = this.process;
		if (running != null) {
			running.descendants().forEach(ProcessHandle::destroyForcibly);
			running.destroyForcibly();
		}
		servers().forEach(Server::close);
		this.folder.close();
	}

}
