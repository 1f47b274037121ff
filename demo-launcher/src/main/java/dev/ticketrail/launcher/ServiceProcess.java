package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One instance of a service, from its jar. It is told where everything is by environment
 * variables only, as in production.
 */
final class ServiceProcess extends Server {

	private final ShopService service;

	private final ServiceJvm jvm;

	private final int port;

	private final Map<String, String> environment;

	ServiceProcess(String name, ShopService service, ServiceJvm jvm, int port, Map<String, String> environment,
			Path log) {
		super(name, log);
		this.service = service;
		this.jvm = jvm;
		this.port = port;
		this.environment = environment;
	}

	URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	@Override
	ProcessBuilder command() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Priority.of(this.service, this.jvm.command(this.service)));
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
