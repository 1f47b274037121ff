package dev.ticketrail.payment.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestCardsTests {

	@ParameterizedTest
	@ValueSource(strings = { "pm_card_visa", "pm_card_mastercard", "pm_card_amex" })
	void ordinaryCardsPay(String card) {
		assertThat(TestCards.declineCode(card)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "pm_card_chargeDeclined, card_declined",
			"pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
			"pm_card_chargeDeclinedExpiredCard, expired_card", "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc" })
	void cardsThatStripeDeclinesAreDeclined(String card, String code) {
		assertThat(TestCards.declineCode(card)).contains(code);
	}

	@Test
	void whateverElseIsUnknown() {
		assertThat(TestCards.declineCode("4242 4242 4242 4242")).contains("unknown_payment_method");
	}

}
