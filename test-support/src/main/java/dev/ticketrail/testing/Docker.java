package dev.ticketrail.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;

/**
 * Whether a Docker engine answers.
 */
final class Docker {

	private static final Once<Boolean> ANSWERS = new Once<>("Docker",
			() -> hasSocket() && DockerClientFactory.instance().isDockerAvailable());

	private Docker() {
	}

	static boolean answers() {
		return ANSWERS.get();
	}

	/** Testcontainers is asked only where there is a chance: it complains at length. */
	private static boolean hasSocket() {
		String home = System.getProperty("user.home");
		return System.getenv("DOCKER_HOST") != null || System.getProperty("os.name").startsWith("Windows") || Stream
			.of("/var/run/docker.sock", home + "/.docker/run/docker.sock", home + "/.docker/desktop/docker.sock",
					home + "/.testcontainers.properties", System.getenv("XDG_RUNTIME_DIR") + "/docker.sock")
			.anyMatch((socket) -> Files.exists(Path.of(socket)));
	}

}
