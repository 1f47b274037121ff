package dev.ticketrail.payment.stripe;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import dev.ticketrail.payment.PaymentGateway;

/**
 * Charges with a PaymentIntent that is created and confirmed in one call; a charge's id
 * is the PaymentIntent's. Cards that ask their owner to confirm are declined, as nobody
 * is there to do so.
 */
class StripeGateway implements PaymentGateway {

	/**
	 * Stripe forgets an idempotency key after 24 hours or later. From here on we look
	 * whether the charge was made before we make it.
	 */
	private static final Duration KEY_IS_REMEMBERED = Duration.ofHours(23);

	private final StripeClient stripe;

	private final InstantSource time;

	StripeGateway(StripeClient stripe, InstantSource time) {
		this.stripe = stripe;
		this.time = time;
	}

	@Override
	public ChargeResult charge(Charge charge) {
		try {
			if (charge.firstAsked().plus(KEY_IS_REMEMBERED).isBefore(this.time.instant())) {
				Optional<ChargeResult> earlier = findCharge(charge.orderId());
				if (earlier.isPresent()) {
					return earlier.get();
				}
			}
			return charged(this.stripe.paymentIntents().create(request(charge), key(charge.orderId())));
		}
		catch (CardException ex) {
			return new Declined(codeOf(ex));
		}
		catch (InvalidRequestException ex) {
			if ("payment_method".equals(ex.getParam())) {
				return Declined.UNKNOWN_PAYMENT_METHOD;
			}
			throw StripeErrors.translate(ex);
		}
		catch (StripeException ex) {
			throw StripeErrors.translate(ex);
		}
	}

	private static PaymentIntentCreateParams request(Charge charge) {
		return PaymentIntentCreateParams.builder()
			.setAmount(minorUnits(charge.amount(), charge.currency()))
			.setCurrency(charge.currency().toLowerCase(Locale.ROOT))
			.setPaymentMethod(charge.paymentMethod())
			.setConfirm(true)
			.setErrorOnRequiresAction(true)
			.setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
				.setEnabled(true)
				.setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
				.build())
			.putMetadata("orderId", charge.orderId())
			.build();
	}

	private static long minorUnits(BigDecimal amount, String currency) {
		try {
			return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits()).longValueExact();
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new UnprocessableEventException("Stripe cannot be asked for " + amount + " " + currency);
		}
	}

	private Optional<ChargeResult> findCharge(String orderId) throws StripeException {
		// an order's id is quoted into the query; one with a quote in it could ask for
		// another's charge
		String quoted = orderId.replace("\\", "\\\\").replace("'", "\\'");
		List<PaymentIntent> found = this.stripe.paymentIntents()
			.search(PaymentIntentSearchParams.builder()
				.setQuery("metadata['orderId']:'" + quoted + "' AND status:'succeeded'")
				.build())
			.getData();
		return found.stream().findFirst().map(StripeGateway::charged);
	}

	private static ChargeResult charged(PaymentIntent intent) {
		if (!"succeeded".equals(intent.getStatus())) {
			throw new UnprocessableEventException(
					"Stripe's PaymentIntent " + intent.getId() + " is " + intent.getStatus());
		}
		return new Charged(intent.getId());
	}

	/** {@code generic_decline} says less than {@code card_declined} does. */
	private static String codeOf(CardException declined) {
		String code = Objects.requireNonNullElse(declined.getCode(), "card_declined");
		String declineCode = declined.getDeclineCode();
		return (declineCode == null || declineCode.equals("generic_decline")) ? code : declineCode;
	}

	@Override
	public String refund(String orderId, String chargeId) {
		try {
			return this.stripe.refunds()
				.create(RefundCreateParams.builder().setPaymentIntent(chargeId).putMetadata("orderId", orderId).build(),
						key(PaymentGateway.refundKey(orderId)))
				.getId();
		}
		catch (InvalidRequestException ex) {
			if ("charge_already_refunded".equals(ex.getCode())) {
				return findRefund(chargeId);
			}
			throw StripeErrors.translate(ex);
		}
		catch (StripeException ex) {
			throw StripeErrors.translate(ex);
		}
	}

	/** Stripe has forgotten the key, but not the refund. */
	private String findRefund(String chargeId) {
		try {
			return this.stripe.refunds()
				.list(RefundListParams.builder().setPaymentIntent(chargeId).build())
				.getData()
				.stream()
				.map(Refund::getId)
				.findFirst()
				.orElseThrow(() -> new UnprocessableEventException("Stripe has refunded " + chargeId + " unasked"));
		}
		catch (StripeException ex) {
			throw StripeErrors.translate(ex);
		}
	}

	private static RequestOptions key(String idempotencyKey) {
		return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
	}

}
