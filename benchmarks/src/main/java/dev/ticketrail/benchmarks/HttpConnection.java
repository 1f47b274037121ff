package dev.ticketrail.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that speaks just enough HTTP/1.1 to send JSON and read the answer:
 * a client that takes a quarter of the CPU time is a bad measure.
 */
final class HttpConnection implements AutoCloseable {

	private static final int READ_TIMEOUT_MILLIS = 30_000;

	/**
	 * What came back.
	 *
	 * @param last whether the server closes the connection now
	 * @param retryAfter whether it says when to come again
	 */
	record Answer(int status, boolean retryAfter, boolean last, String body) {
	}

	private final URI server;

	private final Socket socket;

	private final InputStream in;

	HttpConnection(URI server) throws IOException {
		this.server = server;
		this.socket = new Socket(server.getHost(), server.getPort());
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(READ_TIMEOUT_MILLIS);
		this.in = new BufferedInputStream(this.socket.getInputStream(), 8192);
	}

	Answer send(String method, String path, String headers, String body) throws IOException {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String head = "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
			.formatted(method, path, this.server.getAuthority(), content.length, headers);
		byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
		byte[] request = new byte[start.length + content.length];
		System.arraycopy(start, 0, request, 0, start.length);
		System.arraycopy(content, 0, request, start.length, content.length);
		this.socket.getOutputStream().write(request);
		return read();
	}

	private Answer read() throws IOException {
		int status = Integer.parseInt(line().substring(9, 12));
		int length = -1;
		boolean chunked = false;
		boolean retryAfter = false;
		boolean last = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String name = header.toLowerCase(Locale.ROOT);
			if (name.startsWith("content-length:")) {
				length = Integer.parseInt(name.substring(15).strip());
			}
			chunked |= name.startsWith("transfer-encoding:") && name.contains("chunked");
			retryAfter |= name.startsWith("retry-after:");
			last |= name.equals("connection: close");
		}
		return new Answer(status, retryAfter, last, chunked ? chunks() : text(Math.max(0, length)));
	}

	private String chunks() throws IOException {
		StringBuilder text = new StringBuilder();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			text.append(text(size));
			line();
		}
		line();
		return text.toString();
	}

	private String text(int length) throws IOException {
		return new String(this.in.readNBytes(length), StandardCharsets.UTF_8);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int read = this.in.read(); read != '\n'; read = this.in.read()) {
			if (read < 0) {
				throw new EOFException(this.server + " closed the connection");
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
