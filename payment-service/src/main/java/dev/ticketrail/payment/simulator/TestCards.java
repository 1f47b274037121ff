package dev.ticketrail.payment.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.ticketrail.payment.PaymentGateway.Declined;

/** Stripe's test tokens, as far as they matter here, and what becomes of them. */
final class TestCards {

	private static final Set<String> PAID = Set.of("pm_card_visa", "pm_card_visa_debit", "pm_card_mastercard",
			"pm_card_mastercard_debit", "pm_card_mastercard_prepaid", "pm_card_amex", "pm_card_discover",
			"pm_card_diners", "pm_card_jcb", "pm_card_unionpay", "pm_card_gb", "pm_card_us", "pm_card_de",
			"pm_card_fr");

	private static final Map<String, String> DECLINED = Map.ofEntries(
			Map.entry("pm_card_chargeDeclined", "card_declined"),
			Map.entry("pm_card_visa_chargeDeclined", "card_declined"),
			Map.entry("pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds"),
			Map.entry("pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"),
			Map.entry("pm_card_visa_chargeDeclinedLostCard", "lost_card"),
			Map.entry("pm_card_visa_chargeDeclinedStolenCard", "stolen_card"),
			Map.entry("pm_card_chargeDeclinedExpiredCard", "expired_card"),
			Map.entry("pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"),
			Map.entry("pm_card_chargeDeclinedProcessingError", "processing_error"),
			Map.entry("pm_card_chargeDeclinedFraudulent", "fraudulent"),
			Map.entry("pm_card_visa_chargeDeclinedVelocityLimitExceeded", "card_velocity_exceeded"),
			Map.entry("pm_card_authenticationRequired", "authentication_required"));

	private TestCards() {
	}

	/** Why a charge is declined, or nothing where it is paid. */
	static Optional<String> declineCode(String paymentMethod) {
		if (PAID.contains(paymentMethod)) {
			return Optional.empty();
		}
		return Optional.of(DECLINED.getOrDefault(paymentMethod, Declined.UNKNOWN_PAYMENT_METHOD.code()));
	}

}
