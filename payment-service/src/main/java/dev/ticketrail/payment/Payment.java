package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import dev.ticketrail.payment.PaymentGateway.Charge;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order, and everything that may happen to it.
 * <p>
 * A step says whether it changed anything: {@code true} exactly once, which is when the
 * event belongs into the outbox. A step that was made before is not made again; one that
 * the state forbids throws. Callers hold the row's lock.
 */
@Entity
public class Payment {

	@Id
	private String orderId;

	@Enumerated(EnumType.STRING)
	private PaymentStatus status;

	private BigDecimal amount;

	private String currency;

	private @Nullable String chargeId;

	private @Nullable String refundId;

	private @Nullable String failureReason;

	private @Nullable String cancellationReason;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected Payment() {
	}

	Payment(String orderId, BigDecimal amount, String currency, Instant now) {
		this.orderId = orderId;
		this.status = PaymentStatus.CHARGING;
		this.amount = amount;
		this.currency = currency;
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** The gateway has charged. */
	boolean charged(Charge charge, String chargeId, Instant now) {
		return switch (this.status) {
			case CHARGING -> {
				asked(charge);
				this.chargeId = chargeId;
				yield become(PaymentStatus.CHARGED, now);
			}
			case CHARGED, REFUNDED -> already(chargeId, this.chargeId, PaymentStatus.CHARGED);
			case CANCELLING, DECLINED, VOIDED -> throw new PaymentStateException(this, "CHARGED");
		};
	}

	/** The gateway has charged and, as the order was cancelled, paid back. */
	boolean chargedAndRefunded(Charge charge, String chargeId, String refundId, Instant now) {
		return switch (this.status) {
			case CANCELLING -> {
				asked(charge);
				this.chargeId = chargeId;
				this.refundId = refundId;
				yield become(PaymentStatus.REFUNDED, now);
			}
			case REFUNDED -> already(refundId, this.refundId, PaymentStatus.REFUNDED);
			case CHARGING, CHARGED, DECLINED, VOIDED -> throw new PaymentStateException(this, "REFUNDED");
		};
	}

	/** The gateway has refused. */
	boolean declined(Charge charge, String code, Instant now) {
		return switch (this.status) {
			case CHARGING, CANCELLING -> {
				asked(charge);
				this.failureReason = code;
				yield become(PaymentStatus.DECLINED, now);
			}
			case DECLINED -> false;
			case CHARGED, REFUNDED, VOIDED -> throw new PaymentStateException(this, "DECLINED");
		};
	}

	/** The order was cancelled and the gateway has not been asked to pay back. */
	boolean cancelled(String reason, Instant now) {
		return switch (this.status) {
			case CHARGING -> {
				this.cancellationReason = reason;
				yield become(PaymentStatus.CANCELLING, now);
			}
			case CANCELLING, DECLINED, REFUNDED, VOIDED -> false;
			case CHARGED -> throw new PaymentStateException(this, "CANCELLING");
		};
	}

	/** The order was cancelled and the gateway has paid back. */
	boolean refunded(String refundId, String reason, Instant now) {
		return switch (this.status) {
			case CHARGED -> {
				this.refundId = refundId;
				this.cancellationReason = reason;
				yield become(PaymentStatus.REFUNDED, now);
			}
			case REFUNDED -> already(refundId, this.refundId, PaymentStatus.REFUNDED);
			case CHARGING, CANCELLING, DECLINED, VOIDED -> throw new PaymentStateException(this, "REFUNDED");
		};
	}

	/**
	 * What was asked for can differ from the intent: an operator may have corrected it.
	 */
	private void asked(Charge charge) {
		this.amount = charge.amount();
		this.currency = charge.currency();
	}

	private boolean become(PaymentStatus status, Instant now) {
		this.status = status;
		this.updatedAt = now;
		return true;
	}

	/**
	 * The same answer again changes nothing; another one is a charge or refund too many.
	 */
	private boolean already(String answer, @Nullable String known, PaymentStatus step) {
		if (!Objects.equals(answer, known)) {
			throw new PaymentStateException(this, step + " a second time, by " + answer);
		}
		return false;
	}

	public String orderId() {
		return this.orderId;
	}

	public PaymentStatus status() {
		return this.status;
	}

	public BigDecimal amount() {
		return this.amount;
	}

	public String currency() {
		return this.currency;
	}

	public @Nullable String chargeId() {
		return this.chargeId;
	}

	public @Nullable String refundId() {
		return this.refundId;
	}

	public @Nullable String failureReason() {
		return this.failureReason;
	}

	public @Nullable String cancellationReason() {
		return this.cancellationReason;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

}
