package dev.ticketrail.testing.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

import dev.ticketrail.testing.faults.TcpProxy.Direction;
import org.jspecify.annotations.Nullable;

/** One client's connection and the one to the server, with a thread each way. */
class ProxiedConnection {

	private final Socket client;

	private final Traffic traffic;

	private final Consumer<ProxiedConnection> closed;

	private volatile @Nullable Socket server;

	private volatile boolean reset;

	ProxiedConnection(Socket client, Traffic traffic, Consumer<ProxiedConnection> closed) {
		this.client = client;
		this.traffic = traffic;
		this.closed = closed;
	}

	void open(int target) {
		try {
			Socket opened = new Socket(InetAddress.getLoopbackAddress(), target);
			this.server = opened;
			if (this.reset) {
				reset();
				return;
			}
			opened.setTcpNoDelay(true);
			this.client.setTcpNoDelay(true);
			Thread.ofVirtual().start(() -> pump(this.client, opened, Direction.TO_SERVER));
			pump(opened, this.client, Direction.TO_CLIENT);
		}
		catch (IOException _) {
			reset();
		}
	}

	private void pump(Socket from, Socket to, Direction direction) {
		byte[] buffer = new byte[16_384];
		try {
			for (int count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream()
				.read(buffer)) {
				if (this.traffic.ambush().catches(this, direction, buffer, count)) {
					reset();
					return;
				}
				if (this.traffic.pass(direction)) {
					to.getOutputStream().write(buffer, 0, count);
				}
			}
			// an end is passed on as an end: the other direction may go on
			to.shutdownOutput();
			if (from.isOutputShutdown()) {
				reset();
			}
		}
		catch (IOException _) {
			reset();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			reset();
		}
	}

	void endTowardsClient() {
		try {
			this.client.shutdownOutput();
		}
		catch (IOException _) {
			reset();
		}
	}

	/** Ends both connections at once, with a reset and not in order. */
	void reset() {
		this.reset = true;
		reset(this.client);
		Socket opened = this.server;
		if (opened != null) {
			reset(opened);
		}
		this.closed.accept(this);
	}

	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException _) {
			// it is closed already
		}
	}

}
