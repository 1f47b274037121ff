package dev.ticketrail.defaults;

import dev.ticketrail.defaults.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorTests extends ServiceTest {

	private static final String OPERATOR = login("operator", "s3cret");

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
			"/actuator/info", "/v3/api-docs", "/swagger-ui/index.html", "/shelf" })
	void everybodyMayLook(String path) {
		assertThat(this.wire.get(path).status()).isEqualTo(200);
	}

	@Test
	void swaggerIsFound() {
		assertThat(this.wire.get("/swagger-ui.html").headers().get("Location")).endsWith("/swagger-ui/index.html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/prometheus", "/actuator/metrics", "/actuator/outbox",
			"/actuator/nowhere", "/shelf/secrets" })
	void operatorsPathsNeedTheLogin(String path) {
		Answer answer = this.wire.get(path, "Accept: text/html");

		assertProblem(answer, 401, "Only the operator may do this");
		assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
		assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
	}

	@Test
	void headIsNoWayAroundTheLogin() {
		assertThat(this.wire.send("HEAD", "/shelf/secrets", "").status()).isEqualTo(401);
	}

	@Test
	void loginIsAskedForBeforeTheBodyIsRead() {
		assertProblem(this.wire.post("/shelf/notes/burn", "nonsense"), 401);
		assertProblem(this.wire.send("POST", "/shelf/notes/burn", "nonsense", "Content-Type: text/plain"), 401);
		assertProblem(this.wire.post("/shelf/notes/burn", " ".repeat(100_000)), 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "operator:wrong", "operator:", "root:s3cret", ":s3cret", "operator:s3cret " })
	void wrongLoginIsRefused(String credentials) {
		String[] parts = credentials.split(":", 2);

		assertProblem(this.wire.get("/actuator/metrics", login(parts[0], parts[1])), 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "Basic !!", "Basic b3BlcmF0b3I=", "Bearer x", "nonsense" })
	void malformedLoginIsRefused(String authorization) {
		assertProblem(this.wire.get("/actuator/metrics", "Authorization: " + authorization), 401);
	}

	@Test
	void operatorMayDoEverything() {
		assertThat(this.wire.get("/actuator/metrics", OPERATOR).status()).isEqualTo(200);
		assertThat(this.wire.get("/actuator/prometheus", OPERATOR).body()).contains("jvm_memory_used_bytes");
		assertThat(this.wire.post("/shelf/notes/burn", "{}", OPERATOR).status()).isEqualTo(200);
	}

	@Test
	void pageOfAnotherSiteCannotUseARememberedLogin() {
		assertProblem(this.wire.post("/shelf/notes/burn", "{}", OPERATOR, "Sec-Fetch-Site: cross-site"), 403);
		assertThat(this.wire.post("/shelf/notes/burn", "{}", OPERATOR, "Sec-Fetch-Site: same-origin").status())
			.isEqualTo(200);
	}

	@Test
	void errorsOfActuatorEndpointsAreProblems() {
		assertProblem(this.wire.get("/actuator/nowhere", OPERATOR), 404);
		assertProblem(this.wire.get("/actuator/metrics/nowhere", OPERATOR), 404);
		assertProblem(this.wire.post("/actuator/shelves/1", "{\"copies\": \"many\"}", OPERATOR), 400,
				"copies must be a whole number");
		assertProblem(this.wire.post("/actuator/shelves/1", "nonsense", OPERATOR), 400);
		assertProblem(this.wire.post("/actuator/shelves/1", "{}", OPERATOR), 400, "Missing: copies");
		assertProblem(this.wire.post("/actuator/shelves/one", "{\"copies\": 1}", OPERATOR), 400);
		assertProblem(this.wire.get("/actuator/shelves?page=one", OPERATOR), 400);
		assertProblem(this.wire.send("PUT", "/actuator/shelves", "{}", OPERATOR), 405);
		assertProblem(this.wire.send("POST", "/actuator/shelves/1", "{}", OPERATOR, "Content-Type: text/plain"), 415);
		assertProblem(this.wire.get("/actuator/shelves", OPERATOR, "Accept: text/html"), 406);
	}

}
