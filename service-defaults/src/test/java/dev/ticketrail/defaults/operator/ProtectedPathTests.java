package dev.ticketrail.defaults.operator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProtectedPathTests {

	@Test
	void protectsItsMethodAndPath() {
		assertThat(protects("POST /stock/*/restock", "POST", "/stock/PROD-001/restock")).isTrue();
		assertThat(protects("POST /stock/*/restock", "GET", "/stock/PROD-001/restock")).isFalse();
		assertThat(protects("POST /stock/*/restock", "POST", "/stock/PROD-001")).isFalse();
	}

	@Test
	void protectsHeadTogetherWithGet() {
		assertThat(protects("GET /gateway/charges", "HEAD", "/gateway/charges")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/replay", "POST", "POST replay", "post /replay", "POST /replay now" })
	void typingErrorIsRefused(String entry) {
		assertThatIllegalArgumentException().isThrownBy(() -> ProtectedPath.parse(entry))
			.withMessageContaining("ticketrail.operator.paths");
	}

	private static boolean protects(String entry, String method, String path) {
		return ProtectedPath.parse(entry).matches(new MockHttpServletRequest(method, path));
	}

}
