package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;

import dev.ticketrail.payment.PaymentGateway.Charge;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PaymentTests {

	private static final Instant THEN = Instant.parse("2026-01-15T10:30:00Z");

	private static final Instant NOW = THEN.plusSeconds(60);

	private static final Charge CHARGE = charge("59.98", "GBP");

	private final Payment payment = new Payment("ORD-1", CHARGE.amount(), CHARGE.currency(), THEN);

	@Test
	void beginsWithTheIntentToCharge() {
		assertThat(this.payment.status()).isEqualTo(PaymentStatus.CHARGING);
		assertThat(this.payment.chargeId()).isNull();
	}

	@Test
	void isChargedOnce() {
		assertThat(this.payment.charged(CHARGE, "ch_1", NOW)).isTrue();
		assertThat(this.payment.charged(CHARGE, "ch_1", NOW.plusSeconds(1))).isFalse();
		assertThat(this.payment.status()).isEqualTo(PaymentStatus.CHARGED);
		assertThat(this.payment.updatedAt()).isEqualTo(NOW);
	}

	@Test
	void secondChargeOfTheSameOrderIsAnError() {
		this.payment.charged(CHARGE, "ch_1", NOW);
		assertIllegal(() -> this.payment.charged(CHARGE, "ch_2", NOW), "CHARGED");
		assertIllegal(() -> this.payment.declined(CHARGE, "card_declined", NOW), "CHARGED");
	}

	@Test
	void isDeclinedOnce() {
		assertThat(this.payment.declined(CHARGE, "card_declined", NOW)).isTrue();
		assertThat(this.payment.declined(CHARGE, "card_declined", NOW)).isFalse();
		assertThat(this.payment.failureReason()).isEqualTo("card_declined");
		assertIllegal(() -> this.payment.charged(CHARGE, "ch_1", NOW), "DECLINED");
	}

	@Test
	void declinedPaymentHasNothingToCancel() {
		this.payment.declined(CHARGE, "card_declined", NOW);
		assertThat(this.payment.cancelled("OUT_OF_STOCK", NOW)).isFalse();
		assertIllegal(() -> this.payment.refunded("re_1", "OUT_OF_STOCK", NOW), "DECLINED");
	}

	@Test
	void isRefundedOnce() {
		this.payment.charged(CHARGE, "ch_1", NOW);
		assertThat(this.payment.refunded("re_1", "OUT_OF_STOCK", NOW)).isTrue();
		assertThat(this.payment.refunded("re_1", "CUSTOMER_REQUEST", NOW)).isFalse();
		assertThat(this.payment.cancelled("CUSTOMER_REQUEST", NOW)).isFalse();
		assertThat(this.payment.cancellationReason()).isEqualTo("OUT_OF_STOCK");
		assertIllegal(() -> this.payment.refunded("re_2", "OUT_OF_STOCK", NOW), "REFUNDED");
	}

	@Test
	void chargedPaymentIsNotCancelledWithoutARefund() {
		this.payment.charged(CHARGE, "ch_1", NOW);
		assertIllegal(() -> this.payment.cancelled("OUT_OF_STOCK", NOW), "CHARGED");
	}

	@Test
	void paymentThatIsCancelledWhileChargingIsChargedOnlyTogetherWithItsRefund() {
		assertThat(this.payment.cancelled("OUT_OF_STOCK", NOW)).isTrue();
		assertThat(this.payment.cancelled("OUT_OF_STOCK", NOW)).isFalse();
		assertIllegal(() -> this.payment.charged(CHARGE, "ch_1", NOW), "CANCELLING");
		assertThat(this.payment.chargedAndRefunded(CHARGE, "ch_1", "re_1", NOW)).isTrue();
		assertThat(this.payment.chargedAndRefunded(CHARGE, "ch_1", "re_1", NOW)).isFalse();
		assertThat(this.payment.status()).isEqualTo(PaymentStatus.REFUNDED);
		assertThat(this.payment.cancellationReason()).isEqualTo("OUT_OF_STOCK");
	}

	@Test
	void paymentThatIsCancelledWhileChargingCanStillBeDeclined() {
		this.payment.cancelled("OUT_OF_STOCK", NOW);
		assertThat(this.payment.declined(CHARGE, "card_declined", NOW)).isTrue();
		assertThat(this.payment.status()).isEqualTo(PaymentStatus.DECLINED);
	}

	@Test
	void lateAnswerToARefundedChargeChangesNothing() {
		this.payment.charged(CHARGE, "ch_1", NOW);
		this.payment.refunded("re_1", "OUT_OF_STOCK", NOW);
		assertThat(this.payment.charged(CHARGE, "ch_1", NOW)).isFalse();
		assertThat(this.payment.status()).isEqualTo(PaymentStatus.REFUNDED);
	}

	@Test
	void showsWhatWasChargedAndNotWhatWasIntended() {
		this.payment.charged(charge("49.98", "EUR"), "ch_1", NOW);
		assertThat(this.payment.amount()).isEqualTo("49.98");
		assertThat(this.payment.currency()).isEqualTo("EUR");
	}

	private static Charge charge(String amount, String currency) {
		return new Charge("ORD-1", new BigDecimal(amount), currency, "pm_card_visa", THEN);
	}

	private static void assertIllegal(Runnable step, String status) {
		assertThatExceptionOfType(PaymentStateException.class).isThrownBy(step::run)
			.withMessageContaining("ORD-1")
			.withMessageContaining("is " + status);
	}

}
