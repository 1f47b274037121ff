package dev.ticketrail.email;

import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecipientTests {

	@ParameterizedTest
	@ValueSource(strings = { "ada@example.com", "ada+shop@example.co.uk", "o'neill@example.com", "a@localhost" })
	void plainAddressIsTakenAsItIs(String address) {
		assertThat(Recipient.of(address).getAddress()).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "@example.com", "ada@", "ada@@example.com", "ada@example.com,eve@example.com",
			"ada@example.com;eve@example.com", "Ada<ada@example.com>", "all:ada@example.com;", "ada@exa mple.com",
			"ada@example.com\r\nBcc: eve@example.com", "ada@example.com\u0000", "ada@example.com\u010d\u010arcpt",
			"\u0161da@example.com" })
	void whatIsNotOnePlainAddressIsRefused(String address) {
		assertThatExceptionOfType(UnprocessableEventException.class).isThrownBy(() -> Recipient.of(address))
			.withMessageStartingWith("recipient ")
			.withMessageNotContaining(address);
	}

}
