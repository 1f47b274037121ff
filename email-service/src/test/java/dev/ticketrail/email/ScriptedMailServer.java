package dev.ticketrail.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A mail server that says what it is told to, for what GreenMail is too polite for. */
class ScriptedMailServer implements AutoCloseable {

	/** A reply that never comes. */
	static final String SILENCE = "";

	private final ServerSocket socket;

	private final Thread door;

	private final Map<String, String> replies = new LinkedHashMap<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final AtomicInteger accepted = new AtomicInteger();

	ScriptedMailServer() throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.door = Thread.ofPlatform().daemon().start(this::accept);
	}

	/** From now on: what a command that starts like this is answered with. */
	ScriptedMailServer on(String command, String reply) {
		synchronized (this.replies) {
			this.replies.put(command, reply);
		}
		return this;
	}

	int port() {
		return this.socket.getLocalPort();
	}

	int connectionsSoFar() {
		return this.connections.size();
	}

	int mailsAccepted() {
		return this.accepted.get();
	}

	void dropConnections() throws IOException {
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				Thread.ofVirtual().start(() -> talk(connection));
			}
		}
		catch (IOException _) {
			// closed
		}
	}

	private void talk(Socket connection) {
		try (connection) {
			BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
			say(connection, "CONNECT");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				say(connection, line);
				if (line.equals("DATA") && reply(line).startsWith("354")) {
					while (!".".equals(in.readLine())) {
						// the mail
					}
					say(connection, ".");
				}
			}
		}
		catch (IOException _) {
			// the client is gone
		}
		catch (UncheckedIOException _) {
			// the client is gone
		}
	}

	private void say(Socket connection, String command) throws IOException {
		String reply = reply(command);
		if (command.equals(".") && reply.startsWith("250")) {
			this.accepted.incrementAndGet();
		}
		if (!reply.equals(SILENCE)) {
			connection.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
		}
	}

	private String reply(String command) {
		synchronized (this.replies) {
			for (Map.Entry<String, String> scripted : this.replies.entrySet()) {
				if (command.startsWith(scripted.getKey())) {
					return scripted.getValue();
				}
			}
		}
		return switch (command) {
			case "CONNECT" -> "220 at your service";
			case "DATA" -> "354 go on";
			case "QUIT" -> "221 bye";
			default -> "250 OK";
		};
	}

	/** The port is closed when nobody waits at it any more. */
	@Override
	public void close() throws IOException {
		this.socket.close();
		try {
			this.door.join();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		dropConnections();
	}

}
