package dev.ticketrail.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Starts again what has died though it was wanted, and says so. What was stopped on
 * purpose stays down.
 */
final class Supervision implements AutoCloseable {

	private static final Duration ROUND = Duration.ofMillis(250);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final List<Server> servers;

	private final Consumer<String> report;

	private final Set<Server> inHand = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	Supervision(List<Server> servers, Consumer<String> report) {
		this.servers = List.copyOf(servers);
		this.report = report;
	}

	void start() {
		Thread.ofPlatform().daemon().name("supervision").start(() -> {
			while (pause(ROUND)) {
				this.servers.stream()
					.filter(Server::isMissing)
					.filter(this.inHand::add)
					.forEach((server) -> Thread.ofVirtual().start(() -> revive(server)));
			}
		});
	}

	private void revive(Server server) {
		try {
			this.report
				.accept("%s has died (exit code %d), starting it again".formatted(server.name(), server.exit().join()));
			Duration pause = Duration.ofSeconds(1);
			while (!this.closed && server.isWanted()) {
				try {
					server.start();
					this.report.accept(server.name() + " is up again");
					return;
				}
				catch (CannotStartException ex) {
					if (!this.closed && server.isWanted()) {
						this.report.accept("%s; next attempt in %d s".formatted(ex.getMessage(), pause.toSeconds()));
					}
				}
				pause(pause);
				pause = pause.multipliedBy(2);
				pause = (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
			}
		}
		finally {
			this.inHand.remove(server);
		}
	}

	private boolean pause(Duration pause) {
		try {
			Thread.sleep(pause);
			return !this.closed;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
