package dev.ticketrail.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes so that they end with us, in our order.
 * <p>
 * On Linux each gets a session of its own (the terminal's Ctrl-C reaches only the
 * launcher, which then stops them one after another), and asks the kernel to be killed
 * when the launcher dies, even by {@code kill -9}. The kernel means the <em>thread</em>
 * that started the process, hence the one thread that does so and never ends. On other
 * systems neither holds: a launcher that is killed leaves its processes behind.
 */
public final class Spawner {

	private static final ExecutorService THREAD = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("spawner").factory());

	static final boolean SETSID = Commands.output("setsid", "true").isPresent();

	private static final boolean SETPRIV = Commands.output("setpriv", "--pdeathsig", "KILL", "true").isPresent();

	private Spawner() {
	}

	/** Starts a process that ends, at the latest, with this one. */
	public static Process spawn(ProcessBuilder builder) throws IOException {
		List<String> command = new ArrayList<>();
		if (SETSID) {
			command.add("setsid");
		}
		if (SETPRIV) {
			command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
		}
		command.addAll(builder.command());
		builder.command(command);
		try {
			return THREAD.submit(builder::start).get();
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted");
		}
	}

}
