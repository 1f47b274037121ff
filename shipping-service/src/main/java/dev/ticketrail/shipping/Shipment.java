package dev.ticketrail.shipping;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an order: shipped, or never to be shipped. There is one for each
 * order, for ever: it is how an event that comes again is recognised.
 */
@Entity
public class Shipment {

	@Id
	private String orderId;

	@Enumerated(EnumType.STRING)
	private Status status;

	private Instant decidedAt;

	@Column(updatable = false)
	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Parcel parcel;

	private @Nullable Instant lateCancellationAt;

	@SuppressWarnings("NullAway.Init")
	protected Shipment() {
	}

	Shipment(String orderId, Status status, Instant decidedAt, @Nullable Parcel parcel) {
		this.orderId = orderId;
		this.status = status;
		this.decidedAt = decidedAt;
		this.parcel = parcel;
	}

	/**
	 * The order was cancelled. What is on its way stays on its way, and is marked: the
	 * order service does not allow it, so somebody should look.
	 * @return whether this is news about a parcel that is on its way
	 */
	boolean cancel(Instant now) {
		return switch (this.status) {
			case SHIPPED -> {
				boolean first = this.lateCancellationAt == null;
				this.lateCancellationAt = first ? now : this.lateCancellationAt;
				yield first;
			}
			case VOIDED -> false;
		};
	}

	public String orderId() {
		return this.orderId;
	}

	public Status status() {
		return this.status;
	}

	public Instant decidedAt() {
		return this.decidedAt;
	}

	public @Nullable Parcel parcel() {
		return this.parcel;
	}

	public @Nullable Instant lateCancellationAt() {
		return this.lateCancellationAt;
	}

	/** Both are final. */
	public enum Status {

		/** The parcel is on its way. */
		SHIPPED,

		/**
		 * The order was cancelled before it was confirmed here; it will never be shipped.
		 */
		VOIDED

	}

}
