package dev.ticketrail.testing.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.ticketrail.launcher.Ports;

/**
 * Stands between a client and a server on loopback and does to their connections what
 * networks do. Behaves until told otherwise, and again after {@link #heal()}.
 */
public final class TcpProxy implements AutoCloseable {

	/** Where bytes are going. */
	public enum Direction {

		TO_SERVER, TO_CLIENT

	}

	private final int target;

	private final ServerSocket entrance;

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	private final Traffic traffic = new Traffic();

	private volatile boolean refusing;

	/**
	 * Opens a proxy on a free port.
	 * @param target the server's port; it need not listen yet
	 */
	public TcpProxy(int target) {
		this.target = target;
		try {
			this.entrance = new ServerSocket();
			this.entrance.setReuseAddress(true);
			this.entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().name("proxy").start(this::accept);
	}

	/** What clients connect to. */
	public int port() {
		return this.entrance.getLocalPort();
	}

	/** How many connections are open. */
	public int connections() {
		return this.connections.size();
	}

	/** Resets all connections; new ones are served. */
	public void cut() {
		this.connections.forEach(ProxiedConnection::reset);
	}

	/** Resets all connections, also new ones. */
	public void refuse() {
		this.refusing = true;
		cut();
	}

	/** Connections stay open, also new ones, and nothing arrives; nothing is lost. */
	public void stall() {
		this.traffic.stall();
	}

	/** What is sent arrives later. */
	public void delay(Duration delay) {
		this.traffic.delay(delay);
	}

	/** What is sent in one direction never arrives, and nobody is told. */
	public void drop(Direction direction) {
		this.traffic.drop(direction);
	}

	/** The clients are told that the servers will send no more, the servers are not. */
	public void halfClose() {
		this.connections.forEach(ProxiedConnection::endTowardsClient);
	}

	/**
	 * Resets the connection of the client that next says some words, one after the other;
	 * the server does not hear the last of them.
	 */
	public void cutBefore(String... words) {
		this.traffic.lay(new Ambush(false, words));
	}

	/**
	 * Resets the connection of the client that next says some words, one after the other;
	 * the server hears them, and its answer is lost.
	 */
	public void cutAfter(String... words) {
		this.traffic.lay(new Ambush(true, words));
	}

	/** Whether somebody is still awaited who says such words. */
	public boolean isWaiting() {
		return !this.traffic.ambush().isOver();
	}

	/**
	 * Behaves again. A connection that has lost bytes cannot go on: it is reset.
	 */
	public void heal() {
		this.refusing = false;
		this.traffic.lay(Ambush.NONE);
		if (this.traffic.flow()) {
			cut();
		}
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				Socket client = this.entrance.accept();
				Thread.ofVirtual().start(() -> connect(client));
			}
			catch (IOException _) {
				// closed, or a client that has left already
			}
		}
	}

	private void connect(Socket client) {
		ProxiedConnection connection = new ProxiedConnection(client, this.traffic, this.connections::remove);
		this.connections.add(connection);
		if (this.refusing) {
			connection.reset();
			return;
		}
		connection.open(this.target);
	}

	@Override
	public void close() {
		try {
			this.entrance.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.traffic.flow();
		cut();
	}

}
