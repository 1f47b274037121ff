package dev.ticketrail.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

	/** A request to be sent often: it is put into bytes once. */
	record Request(byte[] bytes) {

		Request(URI server, String method, String path, String headers, String body) {
			this(("%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
				.formatted(method, path, server.getAuthority(), body.getBytes(StandardCharsets.UTF_8).length, headers,
						body))
				.getBytes(StandardCharsets.UTF_8));
		}

	}

	private final URI server;

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private byte[] buffer = new byte[16 * 1024];

	/** The part of the buffer that has been read and not yet been looked at. */
	private int begin;

	private int end;

	HttpConnection(URI server) throws IOException {
		this.server = server;
		this.socket = new Socket(server.getHost(), server.getPort());
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(READ_TIMEOUT_MILLIS);
		this.in = this.socket.getInputStream();
		this.out = this.socket.getOutputStream();
	}

	Answer send(String method, String path, String headers, String body) throws IOException {
		return send(new Request(this.server, method, path, headers, body));
	}

	Answer send(Request request) throws IOException {
		this.out.write(request.bytes);
		this.begin = 0;
		this.end = 0;
		String head = until("\r\n\r\n").toLowerCase(Locale.ROOT);
		String length = header(head, "content-length");
		String body = header(head, "transfer-encoding").equals("chunked") ? chunks()
				: text(length.isEmpty() ? 0 : Integer.parseInt(length));
		return new Answer(Integer.parseInt(head, 9, 12, 10), !header(head, "retry-after").isEmpty(),
				header(head, "connection").equals("close"), body);
	}

	/** Nothing where there is no such header. */
	private static String header(String head, String name) {
		int begin = head.indexOf("\r\n" + name + ":");
		if (begin < 0) {
			return "";
		}
		int value = begin + name.length() + 3;
		int end = head.indexOf('\r', value);
		return head.substring(value, (end < 0) ? head.length() : end).strip();
	}

	private String chunks() throws IOException {
		StringBuilder text = new StringBuilder();
		for (int size = Integer.parseInt(until("\r\n"), 16); size > 0; size = Integer.parseInt(until("\r\n"), 16)) {
			text.append(text(size));
			until("\r\n");
		}
		until("\r\n");
		return text.toString();
	}

	private String text(int length) throws IOException {
		while (this.end - this.begin < length) {
			fill();
		}
		String text = new String(this.buffer, this.begin, length, StandardCharsets.UTF_8);
		this.begin += length;
		return text;
	}

	/** What comes before a delimiter, which is read away. */
	private String until(String delimiter) throws IOException {
		while (true) {
			String text = new String(this.buffer, this.begin, this.end - this.begin, StandardCharsets.ISO_8859_1);
			int found = text.indexOf(delimiter);
			if (found >= 0) {
				this.begin += found + delimiter.length();
				return text.substring(0, found);
			}
			fill();
		}
	}

	private void fill() throws IOException {
		if (this.end == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, 2 * this.buffer.length);
		}
		int read = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
		if (read < 0) {
			throw new EOFException(this.server + " closed the connection");
		}
		this.end += read;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
