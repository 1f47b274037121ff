package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports of the loopback interface.
 * <p>
 * Free ones are chosen <em>below</em> the range from which the operating system serves
 * outgoing connections: while a killed server is being started again, its port must not
 * be given to a client (on loopback a client that keeps trying would in the end connect
 * to itself).
 */
public final class Ports {

	private static final int FIRST = 20_000;

	private static final int LAST = 32_000;

	private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

	private Ports() {
	}

	/**
	 * A port on which nothing listens, and which this JVM has not handed out before.
	 */
	public static int free() {
		for (int attempt = 0; attempt < 1_000; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			if (isFree(port) && HANDED_OUT.add(port)) {
				return port;
			}
		}
		throw new CannotStartException("No free port found between " + FIRST + " and " + LAST);
	}

	/**
	 * Whether a server could listen on the port, on loopback and on all interfaces.
	 */
	public static boolean isFree(int port) {
		return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				&& canListen(new InetSocketAddress(port));
	}

	/**
	 * Whether somebody answers on the port of the loopback interface.
	 */
	public static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	/**
	 * The process that listens on the port, as far as the system's tools tell.
	 */
	static Optional<String> holder(int port) {
		return Commands.output("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
			.or(() -> Commands.output("ss", "-Hltnp", "sport = :" + port))
			.flatMap(Ports::process);
	}

	private static Optional<String> process(String output) {
		Matcher pid = Pattern.compile("(?:^p|pid=)(\\d+)", Pattern.MULTILINE).matcher(output);
		return pid.find() ? Optional.of(pid.group(1)).map((id) -> "process " + id + command(Long.parseLong(id)))
				: Optional.empty();
	}

	private static String command(long pid) {
		return ProcessHandle.of(pid)
			.flatMap((process) -> process.info().command())
			.map((command) -> " (" + Path.of(command).getFileName() + ")")
			.orElse("");
	}

	private static boolean canListen(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

}
