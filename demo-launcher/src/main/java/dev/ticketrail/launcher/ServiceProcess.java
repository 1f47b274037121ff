package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One instance of a service, from its jar. It is told where everything is by environment
 * variables only, as in production.
 */
final class ServiceProcess extends Server {

	/** Six JVMs on one machine: small ones. */
	private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

	private final Path jar;

	private final int port;

	private final Map<String, String> environment;

	ServiceProcess(String name, Path jar, int port, Map<String, String> environment, Path log) {
		super(name, log);
		this.jar = jar;
		this.port = port;
		this.environment = environment;
	}

	URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	@Override
	void prepare() throws IOException {
		if (!Files.exists(this.jar)) {
			throw new IOException(this.jar + " is not there: mvn -DskipTests package");
		}
	}

	@Override
	ProcessBuilder command() {
		List<String> command = new ArrayList<>(List.of(Java.executable()));
		command.addAll(JVM);
		command.addAll(List.of("-jar", this.jar.toString()));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(this.environment);
		return builder;
	}

	/** Several start at once, on few cores. */
	@Override
	Duration patience() {
		return Duration.ofMinutes(10);
	}

	@Override
	boolean isReady() {
		return Http.isOk(url().resolve("/actuator/health/readiness"));
	}

}
