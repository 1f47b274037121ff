package dev.ticketrail.defaults;

import java.util.Base64;

import dev.ticketrail.defaults.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** One running service for all tests: MockMvc would not show what Tomcat answers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ServiceTest {

	static final String GOOD = """
			{"owner": "Ada", "books": [{"title": "Notes", "copies": 2, "price": 9.90}]}""";

	@LocalServerPort
	private int port;

	Wire wire;

	@BeforeEach
	void connect() {
		this.wire = new Wire(this.port);
	}

	static String login(String name, String password) {
		return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
	}

	/**
	 * What every refusal has: the media type, the status, a detail, none of our insides.
	 */
	static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("title").asString()).isNotBlank();
		assertThat(answer.detail()).hasSizeGreaterThan(10).endsWith(".");
		assertThat(answer.body()).doesNotContain("Exception", "dev.ticketrail", "java.", "tools.jackson", "\tat ");
	}

	static void assertProblem(Answer answer, int status, String detail) {
		assertProblem(answer, status);
		assertThat(answer.detail()).contains(detail);
	}

}
