package dev.ticketrail.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How to reach one database.
 *
 * @param url JDBC, without user and password
 * @param user who logs in
 * @param password of the user
 */
public record Database(String url, String user, String password) {

	public Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	/**
	 * As an administrator: another database of this server, with an owner of the same
	 * name, whose password is the name too; made when it does not exist. Nobody else may
	 * connect to it.
	 */
	public Database create(String name) {
		try (Connection connection = connect(); Statement sql = connection.createStatement()) {
			if (!exists(sql, "select 1 from pg_roles where rolname = '" + name + "'")) {
				sql.execute("create role \"%1$s\" login password '%1$s'".formatted(name));
			}
			if (!exists(sql, "select 1 from pg_database where datname = '" + name + "'")) {
				sql.execute("grant \"%s\" to current_user".formatted(name));
				sql.execute("create database \"%1$s\" owner \"%1$s\"".formatted(name));
			}
			sql.execute("revoke connect on database \"%s\" from public".formatted(name));
			return new Database(this.url.replaceFirst("/[^/]*$", "/" + name), name, name);
		}
		catch (SQLException ex) {
			throw new CannotStartException("Cannot create database " + name + ": " + ex.getMessage(), ex);
		}
	}

	private static boolean exists(Statement sql, String query) throws SQLException {
		try (ResultSet result = sql.executeQuery(query)) {
			return result.next();
		}
	}

}
