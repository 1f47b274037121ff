package dev.ticketrail.defaults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends exactly these bytes, also such that no HTTP library would send. */
record Wire(int port) {

	Answer get(String path, String... headers) {
		return send("GET", path, "", headers);
	}

	Answer post(String path, String json, String... headers) {
		return send("POST", path, json, with(headers, "Content-Type: application/json"));
	}

	Answer send(String method, String path, String body, String... headers) {
		String length = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
		return raw(method + " " + path + " HTTP/1.1\r\n"
				+ String.join("\r\n", with(headers, "Host: localhost", "Connection: close", length)) + "\r\n\r\n"
				+ body);
	}

	Answer raw(String request) {
		return Answer.parse(new String(raw(request.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
	}

	/** Sends these bytes and no more, and gives back whatever comes until the end. */
	byte[] raw(byte[] request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request);
			socket.shutdownOutput();
			ByteArrayOutputStream received = new ByteArrayOutputStream();
			socket.getInputStream().transferTo(received);
			return received.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String[] with(String[] headers, String... more) {
		String[] all = new String[headers.length + more.length];
		System.arraycopy(headers, 0, all, 0, headers.length);
		System.arraycopy(more, 0, all, headers.length, more.length);
		return all;
	}

	record Answer(int status, Map<String, String> headers, String body) {

		static Answer parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (int i = 1; i < lines.length; i++) {
				String[] header = lines[i].split(": *", 2);
				headers.put(header[0], header[1]);
			}
			String body = text.substring(end + 4);
			boolean chunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
			return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(body) : body);
		}

		private static String joined(String chunks) {
			StringBuilder body = new StringBuilder();
			String[] lines = chunks.split("\r\n");
			for (int i = 1; i < lines.length; i += 2) {
				body.append(lines[i]);
			}
			return body.toString();
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		String detail() {
			return json().path("detail").asString();
		}

	}

}
