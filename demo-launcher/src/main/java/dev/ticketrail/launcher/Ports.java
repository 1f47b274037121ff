package dev.ticketrail.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ports of the loopback interface.
 * <p>
 * Free ones are chosen <em>below</em> the range from which the operating system serves
 * outgoing connections: while a killed server is being started again, its port must not
 * be given to a client (on loopback a client that keeps trying would in the end connect
 * to itself). Nor must another JVM take it, where several run tests side by side: each
 * claims blocks of ports for itself, by listening on the first port of a block until it
 * ends.
 */
public final class Ports {

	private static final int FIRST = 20_000;

	private static final int BLOCKS = 120;

	private static final int BLOCK = 100;

	private static final List<ServerSocket> CLAIMS = new ArrayList<>();

	private static int next = FIRST;

	private static int end = FIRST;

	private Ports() {
	}

	/**
	 * A port on which nothing listens, and which neither this JVM nor another one that
	 * runs now has handed out before.
	 */
	public static synchronized int free() {
		while (true) {
			if (next == end) {
				claimBlock();
			}
			int port = next++;
			if (isFree(port)) {
				return port;
			}
		}
	}

	private static void claimBlock() {
		List<Integer> blocks = new ArrayList<>(IntStream.range(0, BLOCKS).boxed().toList());
		Collections.shuffle(blocks);
		for (int block : blocks) {
			int first = FIRST + block * BLOCK;
			Optional<ServerSocket> claim = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), first));
			if (claim.isPresent()) {
				CLAIMS.add(claim.get());
				next = first + 1;
				end = first + BLOCK;
				return;
			}
		}
		throw new CannotStartException("No free port found between %d and %d".formatted(FIRST, FIRST + BLOCKS * BLOCK));
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
		Optional<ServerSocket> socket = listen(address);
		try {
			if (socket.isPresent()) {
				socket.get().close();
			}
			return socket.isPresent();
		}
		catch (IOException _) {
			return false;
		}
	}

	private static Optional<ServerSocket> listen(InetSocketAddress address) {
		try {
			return Optional.of(new ServerSocket(address.getPort(), 1, address.getAddress()));
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

}
