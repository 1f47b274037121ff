package dev.ticketrail.defaults;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.ticketrail.defaults.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests extends ServiceTest {

	@Test
	void goodRequestIsAnswered() {
		assertThat(this.wire.post("/shelf", GOOD).status()).isEqualTo(200);
		assertThat(this.wire.get("/shelf?page=3&title=%E2%9C%93&genre=POEM").json().path("title").asString())
			.isEqualTo("✓");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/html", "application/xml", "text/event-stream" })
	void unknownPathIsAProblemWhateverIsAccepted(String accept) {
		assertProblem(this.wire.get("/nowhere", "Accept: " + accept), 404, "/v3/api-docs");
		assertProblem(this.wire.get("/error", "Accept: " + accept), 404);
		assertProblem(this.wire.get("/shelf/by-id/x", "Accept: " + accept), 400, "id must be a UUID");
	}

	@Test
	void wrongMethodNamesTheRightOnes() {
		Answer answer = this.wire.send("DELETE", "/shelf", "");

		assertProblem(answer, 405, "DELETE is not possible here");
		assertThat(answer.headers().get("Allow")).contains("GET", "POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "FOO", "get" })
	void unusualMethodIsRefused(String method) {
		Answer answer = this.wire.send(method, "/shelf", "");

		assertProblem(answer, answer.status());
		assertThat(answer.status()).isBetween(400, 405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense", "*/*",
			"application/json; charset=nonsense", "multipart/form-data" })
	void wrongContentTypeIsRefused(String contentType) {
		assertProblem(this.wire.send("POST", "/shelf", GOOD, "Content-Type: " + contentType), 415, "application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "nonsense", "image/png" })
	void whatIsNotAcceptableIsRefused(String accept) {
		assertProblem(this.wire.get("/shelf", "Accept: " + accept), 406, "ccept");
	}

	@Test
	void everyBrokenRuleIsNamed() {
		Answer answer = this.wire.post("/shelf", """
				{"owner": " ", "books": [{"title": "A", "copies": 0, "price": 1.999}]}""", "Accept-Language: de");

		assertProblem(answer, 400, "books[0].copies must be greater than or equal to 1; ");
		assertThat(answer.detail()).contains("books[0].price numeric value out of bounds", "owner must not be blank");
		assertThat(answer.json().path("errors")).hasSize(3);
	}

	@Test
	void tenThousandBrokenRulesAreAnsweredShortly() {
		String books = IntStream.range(0, 2_000)
			.mapToObj((_) -> "{\"title\":\"\",\"copies\":0}")
			.collect(Collectors.joining(","));

		Answer answer = this.wire.post("/shelf", "{\"owner\": \"Ada\", \"books\": [" + books + "]}");

		assertProblem(answer, 400, "and 3980 more.");
		assertThat(answer.body().length()).isLessThan(10_000);
	}

	@Test
	void wrongParameterIsNamed() {
		assertProblem(this.wire.get("/shelf?page=one"), 400, "page must be a whole number");
		assertProblem(this.wire.get("/shelf?page=99999999999"), 400, "page must be a whole number");
		assertProblem(this.wire.get("/shelf?page=-1"), 400, "page must be greater than or equal to 0");
		assertProblem(this.wire.get("/shelf?genre=COOKERY"), 400, "genre must be one of NOVEL, POEM");
	}

	@Test
	void ownProblemOfAServiceIsKept() {
		assertProblem(this.wire.get("/shelf/broken/conflict", "Accept: text/html"), 409, "The book is lent.");
		assertProblem(this.wire.get("/shelf/broken/lent", "Accept: text/html"), 409, "ask again tomorrow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "hung-up", "reset", "deadlock", "rollback" })
	void databaseThatIsAwayIsToBeAskedAgain(String how) {
		Answer answer = this.wire.get("/shelf/broken/" + how);

		assertProblem(answer, 503, "send the same request again");
		assertThat(answer.headers().get("Retry-After")).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bug", "depth" })
	void ourMistakeKeepsItsReasonInTheLog(String how) {
		Answer answer = this.wire.get("/shelf/broken/" + how);

		assertProblem(answer, 500, "our mistake");
		assertThat(answer.body()).doesNotContain("hunter2");
	}

}
