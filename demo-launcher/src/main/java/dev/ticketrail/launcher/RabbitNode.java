package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A private node of an installed RabbitMQ on loopback: nothing of it is shared with a
 * node that the machine may run, neither ports nor folders, user, cookie or port mapper.
 * <p>
 * Not promised: RabbitMQ 3.10 forgets a quorum queue when it is killed within the second
 * in which it was declared.
 */
public final class RabbitNode extends Server {

	private static final String USER = "shop";

	/** The data belong to the node's name; the private port mapper makes it unique. */
	private static final String NODE = "ticket-rail@localhost";

	private final RabbitInstallation installation = RabbitInstallation.find();

	private final Path data;

	private final int port;

	private final int distributionPort = Ports.free();

	private final int epmdPort = Ports.free();

	private @Nullable Process epmd;

	/**
	 * A node that keeps its data in a folder and serves clients on a port.
	 * @throws CannotStartException when RabbitMQ is not installed
	 */
	public RabbitNode(Path data, int port, Path log) {
		super("rabbit", log);
		this.data = data.toAbsolutePath();
		this.port = port;
	}

	/** How clients reach the node's default virtual host. */
	public RabbitAddress address() {
		return new RabbitAddress("localhost", this.port, USER, USER, "/", false);
	}

	/** Makes a virtual host that the user of {@link #address()} may use fully. */
	public RabbitAddress virtualHost(String name) {
		control("eval", """
				rabbit_vhost:add(<<"%1$s">>, <<"%2$s">>),
				rabbit_auth_backend_internal:set_permissions(<<"%2$s">>, <<"%1$s">>,
					<<".*">>, <<".*">>, <<".*">>, <<"%2$s">>).""".formatted(name, USER));
		return address().withVirtualHost(name);
	}

	/** Runs {@code rabbitmqctl} on the node and gives its output. */
	public String control(String... arguments) {
		List<String> command = new java.util.ArrayList<>(List.of(this.installation.control().toString(), "-q"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment());
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.onExit().join().exitValue() != 0) {
				throw new IllegalStateException("rabbitmqctl " + arguments[0] + " failed: " + output.strip());
			}
			return output;
		}
		catch (IOException ex) {
			throw new IllegalStateException("rabbitmqctl cannot be run", ex);
		}
	}

	@Override
	void prepare() throws IOException {
		Path home = Files.createDirectories(this.data.resolve("home"));
		Path cookie = home.resolve(".erlang.cookie");
		if (!Files.exists(cookie)) {
			Files.writeString(cookie, java.util.UUID.randomUUID().toString());
			Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("r--------"));
		}
		Files.writeString(this.data.resolve("enabled_plugins"), "[].");
		Files.writeString(this.data.resolve("rabbitmq-env.conf"), "");
		Files.writeString(this.data.resolve("rabbitmq.conf"), """
				listeners.tcp.local = 127.0.0.1:%d
				default_user = %2$s
				default_pass = %2$s
				disk_free_limit.absolute = 50MB
				raft.wal_max_size_bytes = 64000000
				consumer_timeout = 90000000
				log.file = false
				log.console = true
				""".formatted(this.port, USER));
		if (this.epmd == null || !this.epmd.isAlive()) {
			this.epmd = Spawner.spawn(new ProcessBuilder(this.installation.epmd().toString(), "-port",
					String.valueOf(this.epmdPort), "-address", "127.0.0.1")
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
		}
	}

	@Override
	ProcessBuilder command() {
		ProcessBuilder builder = new ProcessBuilder(this.installation.server().toString(), "-noinput");
		builder.environment().putAll(environment());
		return builder;
	}

	private Map<String, String> environment() {
		return Map.ofEntries(Map.entry("HOME", this.data.resolve("home").toString()),
				Map.entry("RABBITMQ_NODENAME", NODE), Map.entry("RABBITMQ_USE_LONGNAME", "false"),
				Map.entry("RABBITMQ_DIST_PORT", String.valueOf(this.distributionPort)),
				Map.entry("ERL_EPMD_PORT", String.valueOf(this.epmdPort)), Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
				Map.entry("RABBITMQ_CONF_ENV_FILE", this.data.resolve("rabbitmq-env.conf").toString()),
				Map.entry("RABBITMQ_CONFIG_FILE", this.data.resolve("rabbitmq.conf").toString()),
				Map.entry("RABBITMQ_ENABLED_PLUGINS_FILE", this.data.resolve("enabled_plugins").toString()),
				Map.entry("RABBITMQ_MNESIA_BASE", this.data.resolve("mnesia").toString()),
				Map.entry("RABBITMQ_LOG_BASE", this.data.resolve("log").toString()),
				Map.entry("RABBITMQ_GENERATED_CONFIG_DIR", this.data.resolve("config").toString()),
				// replaces the script by Erlang itself, so that the process we started is
				// the node
				Map.entry("RABBITMQ_ALLOW_INPUT", "true"),
				Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
				Map.entry("RABBITMQ_CTL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
				Map.entry("RABBITMQ_LOG", "warning,-color"), Map.entry("ERL_CRASH_DUMP_SECONDS", "0"));
	}

	@Override
	boolean isReady() {
		return address().answers();
	}

	@Override
	public void close() {
		super.close();
		if (this.epmd != null) {
			this.epmd.destroyForcibly();
		}
	}

}
