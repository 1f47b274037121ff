package dev.ticketrail.payment.web;

import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.payment.Payment;
import dev.ticketrail.payment.PaymentStatus;
import dev.ticketrail.payment.Payments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Payments")
class PaymentController {

	private final Payments payments;

	PaymentController(Payments payments) {
		this.payments = payments;
	}

	@Operation(summary = "What is known about an order's payment")
	@GetMapping("/payments/{orderId}")
	PaymentResponse payment(@PathVariable String orderId) {
		return this.payments.findById(orderId)
			.map(PaymentResponse::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no payment for this order. A new order appears here once order.placed has arrived."));
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PaymentResponse(String orderId,
			@Schema(description = "CHARGING: the gateway is being asked. "
					+ "CANCELLING: cancelled meanwhile, will be paid back if charged. CHARGED: paid. "
					+ "DECLINED: refused by the gateway, see failureReason. REFUNDED: paid and paid back. "
					+ "VOIDED: cancelled before the gateway was asked, never charged.") PaymentStatus status,
			BigDecimal amount, String currency, @Nullable String chargeId, @Nullable String refundId,
			@Schema(description = "the gateway's code, e.g. card_declined") @Nullable String failureReason,
			@Nullable String cancellationReason, Instant createdAt, Instant updatedAt) {

		private static PaymentResponse of(Payment payment) {
			return new PaymentResponse(payment.orderId(), payment.status(), payment.amount(), payment.currency(),
					payment.chargeId(), payment.refundId(), payment.failureReason(), payment.cancellationReason(),
					payment.createdAt(), payment.updatedAt());
		}

	}

}
