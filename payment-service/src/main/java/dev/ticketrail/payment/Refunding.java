package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.payment.Payments.ChargedOrder;

import org.springframework.stereotype.Component;

import static java.util.stream.Collectors.toMap;

/**
 * Pays back what was charged for an order that is cancelled, and sees to it that one
 * which is not charged yet never will be, or will be paid back by {@link Charging}.
 */
@Component
class Refunding {

	private final Payments payments;

	private final PaymentGateway gateway;

	private final GatewayCalls calls;

	private final PaymentEvents events;

	private final InstantSource time;

	Refunding(Payments payments, PaymentGateway gateway, GatewayCalls calls, PaymentEvents events, InstantSource time) {
		this.payments = payments;
		this.gateway = gateway;
		this.calls = calls;
		this.events = events;
		this.time = time;
	}

	/** Asks the gateway to pay back the orders that are charged. */
	List<Refund> askGateway(List<Event<OrderCancelled>> cancelled) {
		if (cancelled.isEmpty()) {
			return List.of();
		}
		List<ChargedOrder> charged = this.payments.findCharged(byOrderId(cancelled).keySet().toArray(String[]::new));
		GatewayCalls.Answers<Refund> refunds = this.calls.ask(charged, this::refund);
		if (refunds.failure() != null) {
			throw refunds.failure();
		}
		return refunds.given();
	}

	private Refund refund(ChargedOrder order) {
		return new Refund(order.orderId(), this.gateway.refund(order.orderId(), order.chargeId()));
	}

	/**
	 * Records the cancellations and publishes the refunds, in the caller's transaction.
	 * @throws PaymentStateException if an order was charged since {@link #askGateway}
	 * looked; the retry pays it back
	 */
	void record(List<Event<OrderCancelled>> cancelled, List<Refund> refunds) {
		Map<String, OrderCancelled> orders = byOrderId(cancelled);
		Map<String, String> refundIds = refunds.stream().collect(toMap(Refund::orderId, Refund::refundId));
		Instant now = this.time.instant();
		String[] orderIds = orders.keySet().toArray(String[]::new);
		this.payments.voidUnknown(orderIds, array(orders, OrderCancelled::total, new BigDecimal[0]),
				array(orders, OrderCancelled::currency, new String[0]),
				array(orders, OrderCancelled::reason, new String[0]), now);
		for (Payment payment : this.payments.lock(orderIds)) {
			OrderCancelled order = Objects.requireNonNull(orders.get(payment.orderId()));
			String refundId = refundIds.get(payment.orderId());
			if (refundId == null) {
				payment.cancelled(order.reason(), now);
			}
			else if (payment.refunded(refundId, order.reason(), now)) {
				this.events.refunded(payment, order.customer());
			}
		}
	}

	private static Map<String, OrderCancelled> byOrderId(List<Event<OrderCancelled>> cancelled) {
		Map<String, OrderCancelled> orders = new TreeMap<>();
		cancelled.forEach((event) -> orders.putIfAbsent(event.data().orderId(), event.data()));
		return orders;
	}

	private static <V> V[] array(Map<String, OrderCancelled> orders, Function<OrderCancelled, V> field, V[] type) {
		return orders.values().stream().map(field).toList().toArray(type);
	}

	/** What the gateway has paid back. */
	record Refund(String orderId, String refundId) {

	}

}
