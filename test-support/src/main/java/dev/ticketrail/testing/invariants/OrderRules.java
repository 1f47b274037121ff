package dev.ticketrail.testing.invariants;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.ticketrail.testing.invariants.Facts.Charge;
import dev.ticketrail.testing.invariants.Facts.Order;
import dev.ticketrail.testing.invariants.Facts.Reservation;
import dev.ticketrail.testing.invariants.Facts.Shipment;

/**
 * I2, I4, I5 and I6: the order's end is the end that payment, stock and parcel came to.
 */
final class OrderRules {

	private final Findings findings;

	private final Map<String, List<Charge>> charges;

	private final Map<String, Reservation> reservations;

	private final Map<String, Shipment> shipments;

	private final Set<String> requests = new HashSet<>();

	private OrderRules(Facts facts, Findings findings) {
		this.findings = findings;
		this.charges = facts.charges().stream().collect(Collectors.groupingBy(Charge::orderId));
		this.reservations = byOrder(facts.reservations(), Reservation::orderId);
		this.shipments = byOrder(facts.shipments(), Shipment::orderId);
	}

	private static <T> Map<String, T> byOrder(List<T> facts, Function<T, String> orderId) {
		Map<String, T> byOrder = new HashMap<>();
		facts.forEach((fact) -> byOrder.put(orderId.apply(fact), fact));
		return byOrder;
	}

	static void check(Facts facts, Findings findings) {
		OrderRules rules = new OrderRules(facts, findings);
		facts.orders().forEach(rules::check);
		Set<String> known = facts.orders().stream().map(Order::id).collect(Collectors.toSet());
		rules.charges.keySet()
			.stream()
			.filter((order) -> !known.contains(order))
			.forEach((order) -> findings.add(Invariant.I4, order, "is charged, and does not exist"));
	}

	private void check(Order order) {
		once(order);
		switch (order.status()) {
			case "SHIPPED" -> shipped(order);
			case "CANCELLED" -> cancelled(order);
			default -> this.findings.add(Invariant.I6, order.id(), "does not move: " + order.status());
		}
	}

	private void once(Order order) {
		if (order.request() != null && !this.requests.add(order.request())) {
			this.findings.add(Invariant.I2, order.id(), "is a second order of the request " + order.request());
		}
		long charges = charges(order).stream().filter((charge) -> charge.charged().signum() > 0).count();
		if (charges > 1) {
			this.findings.add(Invariant.I2, order.id(), "is charged " + charges + " times");
		}
	}

	private void shipped(Order order) {
		if (kept(order).compareTo(order.total()) != 0) {
			this.findings.add(Invariant.I4, order.id(),
					"is shipped for " + order.total() + ", and the gateway keeps " + kept(order));
		}
		Reservation reservation = this.reservations.get(order.id());
		if (reservation == null || !reservation.holds()) {
			this.findings.add(Invariant.I5, order.id(), "is shipped, and holds no stock: " + reservation);
		}
		Shipment shipment = this.shipments.get(order.id());
		if (shipment == null || !shipment.status().equals("SHIPPED")) {
			this.findings.add(Invariant.I6, order.id(), "is shipped, and there is no parcel: " + shipment);
		}
	}

	private void cancelled(Order order) {
		if (kept(order).signum() != 0) {
			this.findings.add(Invariant.I4, order.id(), "is cancelled, and the gateway keeps " + kept(order));
		}
		else if (!order.refunded() && charges(order).stream().anyMatch((charge) -> charge.refunded().signum() > 0)) {
			this.findings.add(Invariant.I6, order.id(), "is refunded, and does not know it");
		}
		Reservation reservation = this.reservations.get(order.id());
		if (reservation != null && reservation.holds()) {
			this.findings.add(Invariant.I5, order.id(), "is cancelled, and its stock has not been released");
		}
		Shipment shipment = this.shipments.get(order.id());
		if (shipment != null && (shipment.status().equals("SHIPPED") || shipment.cancelledLate())) {
			this.findings.add(Invariant.I6, order.id(), "is cancelled, and shipped");
		}
	}

	private List<Charge> charges(Order order) {
		return this.charges.getOrDefault(order.id(), List.of());
	}

	private BigDecimal kept(Order order) {
		return charges(order).stream().map(Charge::kept).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
