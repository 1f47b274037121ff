package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL 18 server on loopback, as durable as in production: {@code fsync},
 * {@code synchronous_commit} and {@code full_page_writes} are on.
 */
public final class Postgres extends Server {

	private static final String ADMINISTRATOR = "postgres";

	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private final Path data;

	private final int port;

	/**
	 * A server that keeps its data in a folder and listens on a port.
	 */
	public Postgres(Path data, int port, Path log) {
		super("postgres", log);
		this.data = data;
		this.port = port;
	}

	/** JDBC's address of a database of this server. */
	String url(String database) {
		return url(database, this.port);
	}

	/** The same for who comes by a detour. */
	static String url(String database, int port) {
		return "jdbc:postgresql://localhost:" + port + "/" + database;
	}

	int port() {
		return this.port;
	}

	/** The administrator's access. */
	public Database administrator() {
		return new Database(url("postgres"), ADMINISTRATOR, ADMINISTRATOR);
	}

	@Override
	void prepare() throws IOException {
		if (!Files.exists(this.data.resolve("PG_VERSION"))) {
			initialize();
		}
		Path lock = this.data.resolve("postmaster.pid");
		if (Files.exists(lock)) {
			long owner = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
			boolean runs = ProcessHandle.of(owner)
				.flatMap((process) -> process.info().command())
				.filter((command) -> command.endsWith("postgres"))
				.isPresent();
			if (runs) {
				throw new IOException("process " + owner + " already runs on " + this.data);
			}
			// left by a server that was killed; its number may be another process's by
			// now
			Files.delete(lock);
		}
	}

	private void initialize() throws IOException {
		Files.createDirectories(this.data.toAbsolutePath().getParent());
		// a first attempt that was interrupted leaves a folder that cannot be used
		Path fresh = this.data.resolveSibling(this.data.getFileName() + ".new");
		Folders.delete(fresh);
		Path password = Files.writeString(this.data.resolveSibling("postgres.password"), ADMINISTRATOR);
		List<String> command = executable("initdb");
		command.addAll(List.of("-D", fresh.toString(), "-U", ADMINISTRATOR, "--pwfile", password.toString(),
				"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8"));
		Process initdb = Spawner.spawn(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
		int exit = initdb.onExit().join().exitValue();
		Files.delete(password);
		if (exit != 0) {
			throw new IOException("initdb ended with exit code " + exit + " (log: " + log() + ")");
		}
		Files.move(fresh, this.data);
	}

	@Override
	ProcessBuilder command() throws IOException {
		List<String> command = executable("postgres");
		command.addAll(List.of("-D", this.data.toString(), "-p", String.valueOf(this.port)));
		for (String setting : List.of("listen_addresses=localhost", "unix_socket_directories=", "fsync=on",
				"synchronous_commit=on", "full_page_writes=on", "max_connections=300", "shared_buffers=128MB",
				"max_wal_size=1GB", "timezone=UTC", "log_timezone=UTC")) {
			command.addAll(List.of("-c", setting));
		}
		return new ProcessBuilder(command);
	}

	/**
	 * PostgreSQL refuses to run as root: in a user namespace of its own it does not see
	 * that it is.
	 */
	private static List<String> executable(String name) throws IOException {
		List<String> command = new ArrayList<>();
		if (ROOT) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(PostgresBinaries.unpacked().resolve("bin").resolve(name).toString());
		return command;
	}

	/** A fast shutdown: does not wait for clients to leave. */
	@Override
	String stopSignal() {
		return "INT";
	}

	@Override
	boolean isReady() {
		Database admin = administrator();
		if (!Ports.answers(this.port)) {
			return false;
		}
		try (Connection connection = DriverManager.getConnection(admin.url() + "?connectTimeout=2&socketTimeout=5",
				admin.user(), admin.password())) {
			return connection.isValid(2);
		}
		catch (SQLException _) {
			return false;
		}
	}

}
