package dev.ticketrail.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * How the services of one shop are started: the JVM, its flags, class paths and cache.
 */
final class ServiceJvm implements AutoCloseable {

	/**
	 * Six JVMs on one machine: small ones. A young generation of a third of the heap
	 * would be touched as a whole by the start, and never be given back. A small code
	 * cache would have its heap collected, as a whole, while the service starts. The
	 * cache stays where it was made for, so that they share its pages: moved, each would
	 * need 60 MB of its own.
	 */
	private static final List<String> FLAGS = List.of("-Xmn32m", "-XX:ReservedCodeCacheSize=128m",
			"-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

	/**
	 * Without the optimising compiler, which would take more of the first minute than it
	 * gives back in a day of demonstrations.
	 */
	private static final String NOT_OPTIMISED = "-XX:TieredStopAtLevel=1";

	private final Repository repository;

	private final boolean optimised;

	private volatile @Nullable ClassPaths classPaths;

	private volatile @Nullable Rehearsal rehearsal;

	ServiceJvm(Repository repository, boolean optimised) {
		this.repository = repository;
		this.optimised = optimised;
	}

	/**
	 * Unpacks what has been built and, the first time, makes the cache. That one only
	 * makes things faster: where it cannot be made, that is said, and that is all.
	 */
	void prepare(Consumer<String> progress) {
		try {
			ClassPaths found = ClassPaths.unpack(this.repository);
			this.classPaths = found;
			AotCache cache = AotCache.of(found);
			if (!cache.exists() && found.canRehearse()) {
				progress.accept("Rehearsing once, so that services start faster from now on; takes about a minute");
				rehearse(cache, found, progress);
			}
		}
		catch (IOException ex) {
			throw new CannotStartException("the services' jars cannot be used: " + ex.getMessage(), ex);
		}
	}

	private void rehearse(AotCache cache, ClassPaths found, Consumer<String> progress) {
		try (Rehearsal once = new Rehearsal()) {
			this.rehearsal = once;
			once.record(cache, found);
		}
		catch (CannotStartException | IOException ex) {
			progress.accept("Services start slowly: " + ex.getMessage());
		}
	}

	/** The command that starts a service. */
	List<String> command(ShopService service) throws IOException {
		ClassPaths found = this.classPaths;
		if (found == null) {
			throw new IllegalStateException("not prepared");
		}
		List<String> command = new ArrayList<>(List.of(Java.executable()));
		command.addAll(AotCache.FLAGS);
		command.add(service.heap());
		command.addAll(FLAGS);
		if (!this.optimised) {
			command.add(NOT_OPTIMISED);
		}
		command.addAll(AotCache.of(found).arguments());
		command.addAll(found.arguments(service));
		return command;
	}

	/** Ends a rehearsal that is under way. */
	@Override
	public void close() {
		Rehearsal running = this.rehearsal;
		if (running != null) {
			running.close();
		}
	}

}
