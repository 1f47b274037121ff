package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL 18 server on loopback, as durable as in production: {@code fsync},
 * {@code synchronous_commit} and {@code full_page_writes} are on.
 */
public final class Postgres extends Server {

	private static final String ADMINISTRATOR = "postgres";

	/**
	 * Each of a service's eight connections proves its password. With the usual 4096
	 * rounds of hashing that is a tenth of the CPU time in which a service starts, for
	 * passwords that everybody knows.
	 */
	private static final String CHEAP_LOGINS = "scram_iterations=100";

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
			PostgresTemplate.copyTo(this.data, ADMINISTRATOR, log());
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

	@Override
	ProcessBuilder command() throws IOException {
		List<String> command = PostgresBinaries.command("postgres");
		command.addAll(List.of("-D", this.data.toString(), "-p", String.valueOf(this.port)));
		for (String setting : List.of("listen_addresses=localhost", "unix_socket_directories=", "fsync=on",
				"synchronous_commit=on", "full_page_writes=on", "max_connections=300", "shared_buffers=128MB",
				"max_wal_size=1GB", "timezone=UTC", "log_timezone=UTC", CHEAP_LOGINS)) {
			command.addAll(List.of("-c", setting));
		}
		return new ProcessBuilder(command);
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
