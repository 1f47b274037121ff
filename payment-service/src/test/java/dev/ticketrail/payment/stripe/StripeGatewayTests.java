package dev.ticketrail.payment.stripe;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import dev.ticketrail.payment.PaymentGateway;
import dev.ticketrail.payment.PaymentGateway.Charge;
import dev.ticketrail.payment.PaymentGateway.Charged;
import dev.ticketrail.payment.PaymentGateway.Declined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StripeGatewayTests {

	private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");

	private static final String KEY = "sk_test_" + "neverShownToAnybody";

	private static final String CARD = "pm_card_visa";

	@RegisterExtension
	static final WireMockExtension stripe = WireMockExtension.newInstance().build();

	private final PaymentGateway gateway = gateway(stripe.baseUrl(), Duration.ofSeconds(20));

	@Test
	void orderIsChargedUnderItsOwnKey() {
		onCharge(jsonResponse("{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"status\": \"succeeded\"}", 200));
		assertThat(this.gateway.charge(charge("59.98", "GBP"))).isEqualTo(new Charged("pi_1"));
		stripe.verify(
				postRequestedFor(urlPathEqualTo("/v1/payment_intents")).withHeader("Idempotency-Key", equalTo("ORD-1"))
					.withFormParam("amount", equalTo("5998"))
					.withFormParam("currency", equalTo("gbp"))
					.withFormParam("payment_method", equalTo(CARD))
					.withFormParam("confirm", equalTo("true"))
					.withFormParam("automatic_payment_methods[allow_redirects]", equalTo("never"))
					.withFormParam("metadata[orderId]", equalTo("ORD-1")));
	}

	@Test
	void currencyWithoutMinorUnitsIsChargedInWholeOnes() {
		onCharge(jsonResponse("{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"status\": \"succeeded\"}", 200));
		this.gateway.charge(charge("1200.00", "JPY"));
		stripe.verify(postRequestedFor(urlPathEqualTo("/v1/payment_intents")).withFormParam("amount", equalTo("1200")));
	}

	@ParameterizedTest
	@CsvSource({ "card_declined, generic_decline, card_declined",
			"card_declined, insufficient_funds, insufficient_funds", "expired_card, , expired_card" })
	void refusedCardIsDeclined(String code, String declineCode, String reason) {
		String decline = (declineCode != null) ? ", \"decline_code\": \"" + declineCode + "\"" : "";
		onCharge(error(402, "\"type\": \"card_error\", \"code\": \"" + code + "\"" + decline));
		assertThat(this.gateway.charge(charge("59.98", "GBP"))).isEqualTo(new Declined(reason));
	}

	@Test
	void unknownCardIsDeclined() {
		onCharge(error(400, "\"type\": \"invalid_request_error\", \"code\": \"resource_missing\", "
				+ "\"param\": \"payment_method\""));
		assertThat(this.gateway.charge(charge("59.98", "GBP"))).isEqualTo(Declined.UNKNOWN_PAYMENT_METHOD);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 409, 429, 500, 502, 503 })
	void troubleOfTheGatewaysIsAnOutage(int status) {
		onCharge(error(status, "\"type\": \"api_error\""));
		assertOutage();
	}

	@Test
	void missingAnswerIsAnOutage() {
		onCharge(aResponse().withFixedDelay(5000));
		PaymentGateway impatient = gateway(stripe.baseUrl(), Duration.ofMillis(200));
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> impatient.charge(charge("59.98", "GBP")));
	}

	@Test
	void brokenConnectionIsAnOutage() {
		onCharge(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertOutage();
	}

	@Test
	void senselessAnswerIsAnOutage() {
		onCharge(aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"));
		assertOutage();
	}

	@Test
	void unreachableGatewayIsAnOutage() {
		PaymentGateway unreachable = gateway("http://localhost:1", Duration.ofSeconds(1));
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> unreachable.charge(charge("59.98", "GBP")));
	}

	@Test
	void requestThatStripeRefusesForGoodIsNotTriedAgain() {
		onCharge(error(400, "\"type\": \"invalid_request_error\", \"code\": \"amount_too_small\", "
				+ "\"param\": \"amount\", \"message\": \"no good: " + CARD + " " + KEY + "\""));
		assertThatThrownBy(() -> this.gateway.charge(charge("0.01", "GBP")))
			.isInstanceOf(UnprocessableEventException.class)
			.hasMessageContaining("amount_too_small")
			.satisfies(StripeGatewayTests::namesNoSecret);
	}

	@Test
	void currencyThatDoesNotExistIsNotAskedFor() {
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> this.gateway.charge(charge("1.00", "???")));
	}

	@Test
	void chargeIsPaidBackUnderAKeyOfItsOwn() {
		stripe.stubFor(post("/v1/refunds").willReturn(jsonResponse("{\"id\": \"re_1\", \"object\": \"refund\"}", 200)));
		assertThat(this.gateway.refund("ORD-1", "pi_1")).isEqualTo("re_1");
		stripe.verify(
				postRequestedFor(urlPathEqualTo("/v1/refunds")).withHeader("Idempotency-Key", equalTo("ORD-1-refund"))
					.withFormParam("payment_intent", equalTo("pi_1")));
	}

	@Test
	void refundWhoseKeyIsForgottenIsFound() {
		stripe.stubFor(post("/v1/refunds")
			.willReturn(error(400, "\"type\": \"invalid_request_error\", \"code\": \"charge_already_refunded\"")));
		stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).withQueryParam("payment_intent", equalTo("pi_1"))
			.willReturn(jsonResponse("{\"object\": \"list\", \"data\": [{\"id\": \"re_1\", \"object\": \"refund\"}]}",
					200)));
		assertThat(this.gateway.refund("ORD-1", "pi_1")).isEqualTo("re_1");
	}

	@Test
	void chargeWhoseKeyIsForgottenIsFoundAndNotMadeAgain() {
		stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/search"))
			.withQueryParam("query", containing("metadata['orderId']:'ORD-1'"))
			.willReturn(jsonResponse("{\"object\": \"search_result\", \"data\": [{\"id\": \"pi_1\", "
					+ "\"object\": \"payment_intent\", \"status\": \"succeeded\"}]}", 200)));
		Charge old = new Charge("ORD-1", new BigDecimal("59.98"), "GBP", CARD, NOW.minus(Duration.ofDays(2)));
		assertThat(this.gateway.charge(old)).isEqualTo(new Charged("pi_1"));
		stripe.verify(0, postRequestedFor(urlPathEqualTo("/v1/payment_intents")));
	}

	@Test
	void settingsDoNotShowTheKey() {
		assertThat(new StripeSettings(KEY, URI.create("http://localhost"), Duration.ZERO, Duration.ZERO).toString())
			.doesNotContain(KEY);
	}

	private static PaymentGateway gateway(String address, Duration readTimeout) {
		StripeSettings settings = new StripeSettings(KEY, URI.create(address), Duration.ofSeconds(5), readTimeout);
		return new StripeGateway(StripeConfiguration.client(settings), InstantSource.fixed(NOW));
	}

	private void assertOutage() {
		assertThatThrownBy(() -> this.gateway.charge(charge("59.98", "GBP"))).isInstanceOf(OutageException.class)
			.satisfies(StripeGatewayTests::namesNoSecret);
	}

	private static void namesNoSecret(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain(KEY, CARD);
		}
	}

	private static void onCharge(ResponseDefinitionBuilder answer) {
		stripe.stubFor(post("/v1/payment_intents").willReturn(answer));
	}

	private static ResponseDefinitionBuilder error(int status, String error) {
		String message = error.contains("\"message\"") ? "" : ", \"message\": \"" + KEY + " " + CARD + "\"";
		return jsonResponse("{\"error\": {" + error + message + "}}", status);
	}

	private static Charge charge(String amount, String currency) {
		return new Charge("ORD-1", new BigDecimal(amount), currency, CARD, NOW);
	}

}
