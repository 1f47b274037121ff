package dev.ticketrail.testing;

import java.util.Properties;
import java.util.UUID;

import dev.ticketrail.launcher.Database;
import dev.ticketrail.launcher.Ports;
import dev.ticketrail.launcher.Postgres;
import org.postgresql.Driver;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.SpringApplication;

/**
 * A PostgreSQL server as its administrator sees it.
 *
 * @param administrator may make databases and users
 */
record PostgresSource(Database administrator) {

	private static final Once<PostgresSource> SERVER = new Once<>("PostgreSQL", PostgresSource::find);

	static PostgresSource get() {
		return SERVER.get();
	}

	/** An empty database with a user of its own. */
	Database fresh() {
		return this.administrator.create("test_" + UUID.randomUUID().toString().replace("-", ""));
	}

	private static PostgresSource find() {
		String given = System.getenv("TICKETRAIL_TEST_POSTGRES_URL");
		if (given != null) {
			return new PostgresSource(parse(given));
		}
		return new PostgresSource(Docker.answers() ? container() : local());
	}

	static Database parse(String url) {
		Properties parts = Driver.parseURL(url, null);
		if (parts == null || parts.getProperty("user") == null) {
			throw new IllegalArgumentException(
					"TICKETRAIL_TEST_POSTGRES_URL is not of the form jdbc:postgresql://host:port/postgres?user=…&password=…");
		}
		String database = "jdbc:postgresql://%s:%s/%s".formatted(parts.getProperty("PGHOST"),
				parts.getProperty("PGPORT"), parts.getProperty("PGDBNAME"));
		return new Database(database, parts.getProperty("user"), parts.getProperty("password", ""));
	}

	private static Database local() {
		return Local.start((folder) -> new Postgres(folder.resolve("data"), Ports.free(), folder.resolve("log")))
			.administrator();
	}

	/** Testcontainers turns fsync off: the tests here are about what survives. */
	private static Database container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:17").withDatabaseName("postgres");
		container.setCommand("postgres", "-c", "fsync=on", "-c", "max_connections=300");
		SpringApplication.getShutdownHandlers().add(container::stop);
		container.start();
		return new Database(
				"jdbc:postgresql://%s:%d/postgres".formatted(container.getHost(),
						container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)),
				container.getUsername(), container.getPassword());
	}

}
