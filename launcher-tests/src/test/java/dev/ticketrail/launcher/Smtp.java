package dev.ticketrail.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The few words of SMTP that deliver a mail.
 */
final class Smtp {

	private Smtp() {
	}

	static void send(int port, String to, String subject) throws IOException {
		try (Socket socket = new Socket("localhost", port);
				BufferedReader in = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
			in.readLine();
			for (String line : List.of("HELO test", "MAIL FROM:<shop@example.com>", "RCPT TO:<" + to + ">", "DATA",
					"Subject: " + subject + "\r\nTo: " + to + "\r\n\r\nHello\r\n.")) {
				socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
				String answer = in.readLine();
				if (!answer.startsWith("2") && !answer.startsWith("3")) {
					throw new IOException(line + ": " + answer);
				}
			}
		}
	}

}
