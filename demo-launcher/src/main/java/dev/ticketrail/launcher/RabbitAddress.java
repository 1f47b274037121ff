package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * How to reach a virtual host of a RabbitMQ.
 *
 * @param host name or address
 * @param port AMQP 0-9-1
 * @param user who logs in
 * @param password of the user
 * @param virtualHost {@code /} by default
 * @param secure whether with TLS ({@code amqps})
 */
public record RabbitAddress(String host, int port, String user, String password, String virtualHost, boolean secure) {

	/**
	 * Reads {@code amqp://user:password@host:port/vhost}; all but the host has RabbitMQ's
	 * defaults.
	 * @throws IllegalArgumentException when it is none
	 */
	public static RabbitAddress parse(String url) {
		URI uri;
		try {
			uri = URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("not a URL: " + url, ex);
		}
		boolean secure = "amqps".equals(uri.getScheme());
		if (uri.getHost() == null || !(secure || "amqp".equals(uri.getScheme()))) {
			throw new IllegalArgumentException("not of the form amqp://user:password@host:port/vhost: " + url);
		}
		String[] login = (uri.getRawUserInfo() != null) ? uri.getRawUserInfo().split(":", 2) : new String[0];
		int port = (uri.getPort() >= 0) ? uri.getPort() : (secure ? 5671 : 5672);
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		return new RabbitAddress(uri.getHost(), port, (login.length > 0) ? decode(login[0]) : "guest",
				(login.length > 1) ? decode(login[1]) : "guest", (path.length() > 1) ? decode(path.substring(1)) : "/",
				secure);
	}

	/** The same as a URL, with the password. */
	public String url() {
		String path = "/".equals(this.virtualHost) ? "" : "/" + encode(this.virtualHost);
		return "%s://%s:%s@%s:%d%s".formatted(this.secure ? "amqps" : "amqp", encode(this.user), encode(this.password),
				this.host, this.port, path);
	}

	public RabbitAddress withVirtualHost(String name) {
		return new RabbitAddress(this.host, this.port, this.user, this.password, name, this.secure);
	}

	/**
	 * Opens a connection of the plain Java client.
	 */
	public Connection connect() throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(this.host);
		factory.setPort(this.port);
		factory.setUsername(this.user);
		factory.setPassword(this.password);
		factory.setVirtualHost(this.virtualHost);
		factory.setConnectionTimeout(5_000);
		if (this.secure) {
			try {
				factory.useSslProtocol(javax.net.ssl.SSLContext.getDefault());
			}
			catch (java.security.NoSuchAlgorithmException ex) {
				throw new IOException(ex);
			}
		}
		return factory.newConnection("ticket-rail");
	}

	/**
	 * Logs in once.
	 * @throws CannotStartException when that is not possible, saying why
	 */
	void check() {
		try {
			connect().close();
		}
		catch (IOException | TimeoutException ex) {
			throw new CannotStartException("RabbitMQ at %s:%d does not let %s into virtual host %s: %s"
				.formatted(this.host, this.port, this.user, this.virtualHost, reason(ex)), ex);
		}
	}

	private static String reason(Throwable problem) {
		Throwable root = problem;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
	}

	boolean answers() {
		try (Connection connection = connect()) {
			return connection.isOpen();
		}
		catch (IOException | TimeoutException _) {
			return false;
		}
	}

	private static String decode(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
