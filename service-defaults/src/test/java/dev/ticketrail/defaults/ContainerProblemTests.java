package dev.ticketrail.defaults;

import dev.ticketrail.defaults.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before Spring MVC sees it. */
class ContainerProblemTests extends ServiceTest {

	@ParameterizedTest
	@ValueSource(strings = { "/shelf/a%00b", "/shelf/%zz", "/shelf/%", "/shelf/%c0%af", "/shelf/%ed%a0%80",
			"/shelf/a%2fb", "/shelf/a;b=c", "/shelf/../x", "/shelf/%2e%2e/x", "//shelf", "/shelf/a%5cb", "/shelf/a\\b",
			"/shelf/<a>", "/shelf/{a}", "/shelf/a%0d%0ab", "/shelf/\u00e9", "shelf", "/shelf?title=%00",
			"/shelf?title=a%00b", "/shelf?title=|", "/shelf?title=%ed%a0%80%zz", "/%20", "/shelf/%0",
			"/actuator/health/%00", "/actuator/..;/env" })
	void strangeAddressIsRefused(String path) {
		Answer answer = this.wire.get(path);

		assertProblem(answer, answer.status());
		assertThat(answer.status()).isIn(400, 401, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /shelf HTTP/9.9", "nonsense", "GET /shelf HTTP/1.1\r\nHost: a b",
			"GET /shelf HTTP/1.1\r\nHost: localhost\r\nbad header", "GET /shelf HTTP/1.1",
			"POST /shelf HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1",
			"POST /shelf HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2",
			"POST /shelf HTTP/1.1\r\nHost: localhost\r\nContent-Length: nonsense",
			"POST /shelf HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense",
			"GET /shelf HTTP/1.1\r\nHost: localhost\r\nAccept: a\u0001b" })
	void brokenRequestIsRefused(String head) {
		Answer answer = this.wire.raw(head + "\r\nConnection: close\r\n\r\n");

		assertProblem(answer, 400);
	}

	@Test
	void hugeHeadersAreRefused() {
		assertProblem(this.wire.get("/shelf", "X-Long: " + "a".repeat(20_000)), 400);
		assertProblem(this.wire.get("/shelf/" + "a".repeat(20_000)), 400);
	}

	@Test
	void bodyOverTheLimitIsRefused() {
		assertProblem(this.wire.post("/shelf", GOOD + " ".repeat(70_000)), 413, "larger than 64 KB");
		assertProblem(this.wire.post("/shelf", GOOD + " ".repeat(5_000_000)), 413, "larger than 64 KB");
	}

	@Test
	void bodyOverTheLimitIsRefusedWhenItsLengthIsUnknown() {
		String chunk = Integer.toHexString(70_000) + "\r\n" + " ".repeat(70_000) + "\r\n";

		Answer answer = this.wire.raw("""
				POST /shelf HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				Connection: close\r
				Transfer-Encoding: chunked\r
				\r
				""" + chunk + "0\r\n\r\n");

		assertProblem(answer, 413);
	}

	@Test
	void brokenChunksAreRefused() {
		Answer answer = this.wire.raw("""
				POST /shelf HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				Connection: close\r
				Transfer-Encoding: chunked\r
				\r
				nonsense\r
				\r
				""");

		assertProblem(answer, 400);
	}

}
