package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link AotCache}: the module {@code rehearsal} does once what all services do,
 * on a PostgreSQL and a broker that are there for nothing else, while the JVM records it.
 */
final class Rehearsal implements AutoCloseable {

	private static final String MAIN = "dev.ticketrail.rehearsal.Rehearsal";

	private static final long LONGEST_MINUTES = 10;

	private final Shop stage;

	private volatile @Nullable Process process;

	/**
	 * Prepares one; nothing runs yet.
	 * @throws CannotStartException when the broker cannot be had
	 */
	Rehearsal(BrokerType broker, Repository repository) {
		ShopPlan plan = new ShopPlan().broker(broker).freePorts().unsupervised();
		Stream.of(ShopService.values()).forEach(plan::without);
		this.stage = new Shop(plan, repository);
	}

	/**
	 * Makes the cache, which takes about a minute.
	 * @throws IOException when it cannot be made; the reason is its message
	 */
	void record(AotCache cache, ClassPaths classPaths) throws IOException {
		this.stage.start();
		Path fresh = cache.file().resolveSibling(cache.file().getFileName() + "." + ProcessHandle.current().pid());
		List<String> command = new ArrayList<>(List.of(Java.executable(), "-Xmx256m"));
		command.addAll(AotCache.FLAGS);
		command.addAll(List.of("-XX:AOTCacheOutput=" + fresh, "-cp", classPaths.common().toString(), MAIN));
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

	private Map<String, String> environment() {
		Database database = this.stage.administrator().create("rehearsal");
		Map<String, String> environment = this.stage.environment(ShopService.ORDER, 0);
		environment.put("SPRING_DATASOURCE_URL", database.url());
		environment.put("SPRING_DATASOURCE_USERNAME", database.user());
		environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
		return environment;
	}

	@Override
	public void close() {
		Process running = this.process;
		if (running != null) {
			running.descendants().forEach(ProcessHandle::destroyForcibly);
			running.destroyForcibly();
		}
		this.stage.close();
	}

}
