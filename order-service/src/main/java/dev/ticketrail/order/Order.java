package dev.ticketrail.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentRefunded;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * An order and its state machine. The other services answer in any order and any number
 * of times: what is known already changes nothing, and what can never be true is refused
 * with an {@link IllegalOrderStateException}.
 * <p>
 * Who changes an order holds its row's lock ({@link Orders#lock}), which decides between
 * answers that come at the same moment.
 */
@Entity
@Table(name = "orders")
public class Order {

	@Id
	private String id;

	/** Also tells Spring Data that an order is new: it is inserted without looking. */
	@Version
	private @Nullable Integer version;

	@Embedded
	private Buyer buyer;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(Immutability.class)
	@Column(updatable = false)
	private List<OrderLine> lines;

	@Column(updatable = false)
	private BigDecimal total;

	@Embedded
	private ShippingAddress shippingAddress;

	@Column(updatable = false)
	private Instant placedAt;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	private Instant statusSince;

	@Enumerated(EnumType.STRING)
	private @Nullable CancellationReason cancellationReason;

	private boolean paid;

	private boolean reserved;

	private boolean refunded;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(Immutability.class)
	private List<HistoryEntry> history = List.of();

	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	Order(String id, Buyer buyer, List<OrderLine> lines, ShippingAddress shippingAddress, Instant now) {
		this.id = id;
		this.buyer = buyer;
		this.lines = List.copyOf(lines);
		this.total = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		this.shippingAddress = shippingAddress;
		this.placedAt = now;
		enter(OrderStatus.PLACED, now);
	}

	/** The customer was charged; if the order was cancelled meanwhile, only a note. */
	void pay(Instant now) {
		if (!this.paid) {
			this.paid = true;
			note(PaymentCompleted.TYPE, now);
			confirmWhenPaidAndReserved(now);
		}
	}

	/** The stock is set aside; if the order was cancelled meanwhile, only a note. */
	void reserve(Instant now) {
		if (!this.reserved) {
			this.reserved = true;
			note(InventoryReserved.TYPE, now);
			confirmWhenPaidAndReserved(now);
		}
	}

	/** Gives the order up. Only an order that is not yet confirmed can be given up. */
	void cancel(CancellationReason reason, Instant now) {
		if (this.status == OrderStatus.CANCELLED) {
			return;
		}
		require(OrderStatus.PLACED, "be cancelled");
		this.cancellationReason = reason;
		enter(OrderStatus.CANCELLED, now);
	}

	/** The charge was given back, which happens to cancelled orders only. */
	void refund(Instant now) {
		require(OrderStatus.CANCELLED, "be refunded");
		if (!this.refunded) {
			this.refunded = true;
			note(PaymentRefunded.TYPE, now);
		}
	}

	/** The parcel is on its way. */
	void ship(Instant now) {
		if (this.status == OrderStatus.SHIPPED) {
			return;
		}
		require(OrderStatus.CONFIRMED, "be shipped");
		enter(OrderStatus.SHIPPED, now);
	}

	private void confirmWhenPaidAndReserved(Instant now) {
		if (this.status == OrderStatus.PLACED && this.paid && this.reserved) {
			enter(OrderStatus.CONFIRMED, now);
		}
	}

	void require(OrderStatus required, String wanted) {
		if (this.status != required) {
			throw new IllegalOrderStateException(this.id, this.status, wanted);
		}
	}

	private void enter(OrderStatus next, Instant now) {
		this.status = next;
		this.statusSince = now;
		note(next.eventType(), now);
	}

	private void note(String what, Instant now) {
		this.history = Stream.concat(this.history.stream(), Stream.of(new HistoryEntry(now, what))).toList();
	}

	public String id() {
		return this.id;
	}

	public Buyer buyer() {
		return this.buyer;
	}

	public List<OrderLine> lines() {
		return this.lines;
	}

	/** The sum of price times quantity, two decimals, in {@link Product#CURRENCY}. */
	public BigDecimal total() {
		return this.total;
	}

	public ShippingAddress shippingAddress() {
		return this.shippingAddress;
	}

	public Instant placedAt() {
		return this.placedAt;
	}

	public OrderStatus status() {
		return this.status;
	}

	public @Nullable CancellationReason cancellationReason() {
		return this.cancellationReason;
	}

	/** What happened so far, oldest first. */
	public List<HistoryEntry> history() {
		return this.history;
	}

}
