package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed RabbitMQ: its own scripts, not a distribution's wrappers, which change the
 * user and the folders.
 *
 * @param server the script {@code rabbitmq-server}
 * @param control the script {@code rabbitmqctl}
 * @param epmd Erlang's port mapper
 */
record RabbitInstallation(Path server, Path control, Path epmd) {

	static final String HOW_TO_GET = "no rabbitmq-server found on this machine: install one "
			+ "(apt install rabbitmq-server, brew install rabbitmq), or give --rabbit-url amqp://user:password@host:port";

	private static final List<String> FOLDERS = List.of("/usr/lib/rabbitmq/lib", "/usr/local/lib/rabbitmq/lib",
			"/opt/rabbitmq", "/opt/homebrew/opt/rabbitmq", "/usr/local/opt/rabbitmq");

	private static final String[] ERLANG = { "/usr/lib/erlang/bin", "/usr/local/lib/erlang/bin",
			"/opt/homebrew/opt/erlang/lib/erlang/bin", "/usr/local/opt/erlang/lib/erlang/bin" };

	/**
	 * What is installed here.
	 * @throws CannotStartException when nothing is, saying how to get it
	 */
	static RabbitInstallation find() {
		Optional<Path> epmd = Commands.find("epmd", ERLANG);
		Optional<Path> scripts = Stream.concat(FOLDERS.stream().flatMap(RabbitInstallation::scripts), onPath())
			.filter((folder) -> Files.isExecutable(folder.resolve("rabbitmq-server")))
			.findFirst();
		if (scripts.isEmpty() || epmd.isEmpty()) {
			throw new CannotStartException(HOW_TO_GET);
		}
		return new RabbitInstallation(scripts.get().resolve("rabbitmq-server"), scripts.get().resolve("rabbitmqctl"),
				epmd.get());
	}

	/** {@code sbin} of the folder itself, or of the newest version in it. */
	private static Stream<Path> scripts(String folder) {
		Path home = Path.of(folder);
		if (!Files.isDirectory(home)) {
			return Stream.empty();
		}
		try (Stream<Path> versions = Files.list(home)) {
			List<Path> newestFirst = versions
				.filter((version) -> version.getFileName().toString().startsWith("rabbitmq_server-"))
				.sorted((one, other) -> other.compareTo(one))
				.toList();
			return Stream.concat(newestFirst.stream(), Stream.of(home)).map((version) -> version.resolve("sbin"));
		}
		catch (IOException _) {
			return Stream.empty();
		}
	}

	private static Stream<Path> onPath() {
		return Commands.find("rabbitmq-server", "/usr/local/sbin", "/opt/homebrew/sbin").stream().map((script) -> {
			try {
				return script.toRealPath().getParent();
			}
			catch (IOException _) {
				return script.getParent();
			}
		});
	}

}
