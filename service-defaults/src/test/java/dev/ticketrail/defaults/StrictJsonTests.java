package dev.ticketrail.defaults;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class StrictJsonTests extends ServiceTest {

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"owner\": }", "nonsense", "{'owner': 'Ada'}", "{\"owner\": \"\u0001\"}", "{} }",
			"{\"owner\": \"Ada\", \"books\": [{\"copies\": NaN}]}", "{\"books\": [{\"copies\": 01}]}" })
	void malformedJsonIsLocated(String body) {
		assertProblem(this.wire.post("/shelf", body), 400, "The body is not valid JSON: look at line 1, column ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null" })
	void missingBodyIsAProblem(String body) {
		assertProblem(this.wire.post("/shelf", body), 400, "body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"text\"", "1", "{} {}" })
	void bodyOfAnotherShapeIsAProblem(String body) {
		assertProblem(this.wire.post("/shelf", body), 400, "The body must be an object as JSON, and nothing after it");
	}

	@Test
	void sameFieldTwiceIsAProblem() {
		String body = GOOD.replace("\"copies\": 2", "\"copies\": 2, \"copies\": 200");

		assertProblem(this.wire.post("/shelf", body), 400, "the same field twice");
	}

	@Test
	void unknownFieldsAreIgnored() {
		String body = GOOD.replace("\"copies\": 2", "\"copies\": 2, \"colour\": {\"a\": [1e400, null]}");

		assertThat(this.wire.post("/shelf", body).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"copies": 2 | "copies": "2"          | books[0].copies must be a whole number
			"copies": 2 | "copies": 2.5          | books[0].copies must be a whole number
			"copies": 2 | "copies": 2.0          | books[0].copies must be a whole number
			"copies": 2 | "copies": true         | books[0].copies must be a whole number
			"copies": 2 | "copies": null         | books[0].copies must be a whole number
			"copies": 2 | "copies": 2147483648   | books[0].copies must be a whole number
			"copies": 2 | "copies": 1e400        | books[0].copies must be a whole number
			"copies": 2 | "copies": []           | books[0].copies must be a whole number
			"copies": 2 | "cups": 2              | books[0].copies must be a whole number
			"Notes"     | 7                      | books[0].title must be a text
			"Notes"     | {}                     | books[0].title must be a text
			"Notes"     | ["Notes"]              | books[0].title must be a text
			9.90        | "9.90"                 | books[0].price must be a number
			9.90        | 1e400                  | books[0].price numeric value out of bounds
			9.90        | 1e999999999            | books[0].price numeric value out of bounds
			9.90        | 9.90, "genre": 1       | books[0].genre must be one of NOVEL, POEM
			9.90        | 9.90, "genre": "HERB"  | books[0].genre must be one of NOVEL, POEM
			"Ada"       | "Ada", "since": "soon" | since must be a time
			[{          | {"a": {                | be
			""")
	void wrongTypeIsNamed(String right, String wrong, String detail) {
		String body = GOOD.replace(right, wrong);

		assertTimeout(Duration.ofSeconds(5), () -> assertProblem(this.wire.post("/shelf", body), 400, detail));
	}

	@Test
	void deepNestingIsAProblem() {
		assertProblem(this.wire.post("/shelf", "{\"x\":".repeat(5_000)), 400, "nested too deeply");
		assertProblem(this.wire.post("/shelf", "[".repeat(60_000)), 400, "The body");
	}

	@Test
	void longNumberIsAProblem() {
		assertProblem(this.wire.post("/shelf", GOOD.replace("9.90", "9".repeat(50_000))), 400, "too long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "a\\ud83d" })
	void textThatCannotBeStoredIsAProblem(String text) {
		assertProblem(this.wire.post("/shelf", GOOD.replace("Notes", text)), 400, "books[0].title must not contain");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud83d\\ude00", "😀", "مرحبا", "\\u202e", "\\uffff" })
	void unusualTextIsKept(String text) {
		assertThat(this.wire.post("/shelf", GOOD.replace("Notes", text)).status()).isEqualTo(200);
	}

}
