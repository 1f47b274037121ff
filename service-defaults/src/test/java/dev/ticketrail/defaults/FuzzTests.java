package dev.ticketrail.defaults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Good requests with a few bytes changed: whatever comes, the mistake is not ours. */
class FuzzTests extends ServiceTest {

	private static final int REQUESTS = Integer.getInteger("ticketrail.fuzz.requests", 500);

	private static final List<String> GOOD_REQUESTS = List.of(
			"GET /shelf?page=3&title=Notes&genre=POEM HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n",
			"GET /shelf/by-id/0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n",
			"GET /actuator/shelves?page=3 HTTP/1.1\r\nHost: localhost\r\n" + login("operator", "s3cret") + "\r\n",
			post("/shelf"), post("/actuator/shelves/1"), post("/shelf/notes/burn"));

	private static final List<String> NASTY = List.of("%00", "%", "\u0000", "\r\n", "\"", "{", "[", "1e400", "\\ud800",
			"\u00e9", "/../", "//", ";", "null", "-1", "99999999999", "*", ",", ":", "é", "a".repeat(9_000),
			"[".repeat(200));

	private static String post(String path) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ login("operator", "s3cret") + "\r\nIdempotency-Key: k-1\r\nContent-Length: " + (GOOD.length() + 100)
				+ "\r\n";
	}

	@Test
	void noRequestIsAnsweredWithAServerError() {
		Random random = new Random(42);
		for (int i = 0; i < REQUESTS; i++) {
			String request = GOOD_REQUESTS.get(random.nextInt(GOOD_REQUESTS.size())) + "Connection: close\r\n\r\n"
					+ GOOD + " ".repeat(100);
			byte[] changed = changed(request.getBytes(StandardCharsets.UTF_8), random);

			String answer = new String(this.wire.raw(changed), StandardCharsets.UTF_8);

			assertThat(answer.lines().findFirst().orElse(""))
				.as(() -> new String(changed, StandardCharsets.UTF_8) + "\n->\n" + answer)
				.doesNotContainPattern("^HTTP/1.1 5");
			if (answer.startsWith("HTTP/1.1 4")) {
				assertThat(answer).as(() -> new String(changed, StandardCharsets.UTF_8))
					.contains("application/problem+json");
			}
		}
	}

	private static byte[] changed(byte[] request, Random random) {
		byte[] bytes = request;
		for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
			int at = random.nextInt(bytes.length);
			byte[] inserted = switch (random.nextInt(3)) {
				case 0 -> new byte[] { (byte) random.nextInt(256) };
				case 1 -> NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
				default -> new byte[0];
			};
			ByteArrayOutputStream result = new ByteArrayOutputStream();
			result.write(bytes, 0, at);
			result.writeBytes(inserted);
			int next = Math.min(bytes.length, at + random.nextInt(3));
			result.write(bytes, next, bytes.length - next);
			bytes = result.toByteArray();
		}
		return bytes;
	}

}
