package dev.ticketrail.inventory;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What an order holds of the stock, all its lines or none. There is one for each order,
 * for ever: it is how an event that comes again is recognised.
 */
@Entity
class Reservation {

	@Id
	private String orderId;

	@Enumerated(EnumType.STRING)
	private Status status;

	@Column(updatable = false)
	@JdbcTypeCode(SqlTypes.JSON)
	private Map<String, Integer> lines;

	private Instant changedAt;

	@SuppressWarnings("NullAway.Init")
	protected Reservation() {
	}

	Reservation(String orderId, Status status, Map<String, Integer> lines, Instant changedAt) {
		this.orderId = orderId;
		this.status = status;
		this.lines = lines;
		this.changedAt = changedAt;
	}

	/**
	 * The order was cancelled.
	 * @return whether its units have to be put back now
	 */
	boolean cancel(Instant now) {
		return switch (this.status) {
			case RESERVED -> {
				this.status = Status.RELEASED;
				this.changedAt = now;
				yield true;
			}
			case REJECTED, RELEASED, CANCELLED -> false;
		};
	}

	String orderId() {
		return this.orderId;
	}

	Status status() {
		return this.status;
	}

	Map<String, Integer> lines() {
		return this.lines;
	}

	/** No state is ever left but {@link #RESERVED}. */
	enum Status {

		/** The order holds its lines. */
		RESERVED,

		/** The stock was short; the order holds nothing. */
		REJECTED,

		/** The order held its lines until it was cancelled. */
		RELEASED,

		/** The order was cancelled before it was seen; it will never hold anything. */
		CANCELLED

	}

}
