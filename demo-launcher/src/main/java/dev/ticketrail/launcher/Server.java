package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something that runs as a process of its own and can be started again on the same port
 * and the same data, however it ended.
 * <p>
 * What is asked for is remembered: after {@link #start()} the server is
 * {@linkplain #isWanted() wanted} until {@link #stop()} or {@link #close()}, also while
 * it is dead. {@link #kill()} is an accident, not a wish.
 */
public abstract class Server implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private static final Duration FREEZE_TIMEOUT = Duration.ofSeconds(10);

	private final String name;

	private final Path log;

	private final Object lifecycle = new Object();

	private @Nullable Process process;

	private boolean wanted;

	private boolean closed;

	Server(String name, Path log) {
		this.name = name;
		this.log = log;
	}

	/** The process to run; called for each start. */
	abstract ProcessBuilder command() throws IOException;

	/** Whether it accepts work. */
	abstract boolean isReady();

	/** Makes the data ready; called before each start. */
	void prepare() throws IOException {
	}

	/** How long it may take to accept work; one that dies is noticed at once. */
	Duration patience() {
		return Duration.ofMinutes(3);
	}

	/** The signal that asks it to end. */
	String stopSignal() {
		return "TERM";
	}

	public final String name() {
		return this.name;
	}

	/** Its output, appended to at each start. */
	public final Path log() {
		return this.log;
	}

	/**
	 * Starts it unless it runs, and returns when it accepts work.
	 * @throws CannotStartException when it does not
	 */
	public final void start() {
		// the lock or the port of a predecessor that was killed may take a moment
		int attempts = (this.process != null) ? 5 : 1;
		for (int attempt = 1;; attempt++) {
			try {
				awaitReady(spawn());
				return;
			}
			catch (CannotStartException ex) {
				if (attempt >= attempts || !isWanted()) {
					throw ex;
				}
				pause(PAUSE.multipliedBy(10));
			}
		}
	}

	private Process spawn() {
		synchronized (this.lifecycle) {
			if (this.closed) {
				throw new CannotStartException(this.name + " has been closed");
			}
			this.wanted = true;
			if (this.process != null && this.process.isAlive()) {
				return this.process;
			}
			try {
				Files.createDirectories(this.log.toAbsolutePath().getParent());
				prepare();
				ProcessBuilder builder = command().redirectErrorStream(true)
					.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
					.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
				this.process = Spawner.spawn(builder);
				return this.process;
			}
			catch (IOException ex) {
				throw new CannotStartException(this.name + " cannot be started: " + ex.getMessage(), ex);
			}
		}
	}

	private void awaitReady(Process started) {
		long deadline = System.nanoTime() + patience().toNanos();
		while (!isReady()) {
			if (!started.isAlive()) {
				throw new CannotStartException("%s ended with exit code %d while starting: %s (log: %s)"
					.formatted(this.name, started.exitValue(), lastWords(), this.log));
			}
			if (System.nanoTime() > deadline) {
				throw new CannotStartException("%s is not ready after %d s: %s (log: %s)".formatted(this.name,
						patience().toSeconds(), lastWords(), this.log));
			}
			pause(PAUSE);
		}
	}

	/** Ends it in order, and with {@code kill -9} when that takes too long. */
	public final void stop() {
		Process running;
		synchronized (this.lifecycle) {
			this.wanted = false;
			running = this.process;
		}
		if (running == null || !running.isAlive()) {
			return;
		}
		new ProcessFamily(running).signal("CONT");
		ProcessFamily.signal(stopSignal(), running.toHandle());
		try {
			if (!running.waitFor(30, TimeUnit.SECONDS)) {
				kill();
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			kill();
		}
	}

	/** Ends it for good. */
	@Override
	public void close() {
		synchronized (this.lifecycle) {
			this.closed = true;
		}
		stop();
	}

	/** {@code kill -9}; returns when the process is gone. */
	public final void kill() {
		Process running = this.process;
		if (running != null) {
			List<ProcessHandle> children = running.descendants().toList();
			running.destroyForcibly();
			children.forEach(ProcessHandle::destroyForcibly);
			running.onExit().join();
		}
	}

	/**
	 * Stops the clock of the process and its children: connections stay open, nobody
	 * answers. On a busy machine a process may go on for a moment after the signal; it
	 * does not any more when this returns.
	 */
	public final void freeze() {
		ProcessFamily family = new ProcessFamily(running());
		family.signal("STOP");
		long deadline = System.nanoTime() + FREEZE_TIMEOUT.toNanos();
		while (!family.isStopped() && System.nanoTime() < deadline) {
			pause(PAUSE);
		}
	}

	/** Lets a frozen process go on. */
	public final void thaw() {
		new ProcessFamily(running()).signal("CONT");
	}

	public final boolean isAlive() {
		Process running = this.process;
		return running != null && running.isAlive();
	}

	/** Whether it was asked to run, be it alive or not. */
	public final boolean isWanted() {
		synchronized (this.lifecycle) {
			return this.wanted && !this.closed;
		}
	}

	/** Whether it was asked to run, did run, and does not any more. */
	final boolean isMissing() {
		synchronized (this.lifecycle) {
			return isWanted() && this.process != null && !this.process.isAlive();
		}
	}

	public final long pid() {
		return running().pid();
	}

	/** Completes with the exit code when the process that runs now has ended. */
	final CompletableFuture<Integer> exit() {
		return running().onExit().thenApply(Process::exitValue);
	}

	private Process running() {
		Process running = this.process;
		if (running == null) {
			throw new IllegalStateException(this.name + " has not been started");
		}
		return running;
	}

	/**
	 * The last line that is none of a stack trace's frames: its cause, where there is
	 * one.
	 */
	private String lastWords() {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("... "))
				.reduce((_, second) -> second)
				.orElse("no output");
		}
		catch (IOException | RuntimeException _) {
			return "no output";
		}
	}

	private void pause(Duration pause) {
		try {
			Thread.sleep(pause);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new CannotStartException("interrupted while waiting for " + this.name);
		}
	}

}
