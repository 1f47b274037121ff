package dev.ticketrail.analytics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.UserRegistered;

/**
 * What some events change in the reports, added up. The sum does not depend on the order
 * of the events; each must be given once.
 */
final class Changes {

	private final Map<String, Integer> ranks = new HashMap<>();

	private final Map<Figure, BigDecimal> figures = new HashMap<>();

	private final Map<Product, Sales> sales = new HashMap<>();

	static Changes of(Collection<LoggedEvent> events) {
		Changes changes = new Changes();
		events.forEach(changes::add);
		return changes;
	}

	private void add(LoggedEvent event) {
		count(Report.EVENTS, event.type(), BigDecimal.ONE);
		switch (event.data()) {
			case OrderPlaced placed -> progress(placed.orderId(), OrderStatus.PLACED);
			case OrderConfirmed confirmed -> {
				progress(confirmed.orderId(), OrderStatus.CONFIRMED);
				sell(confirmed.items(), confirmed.currency());
			}
			case OrderShipped shipped -> progress(shipped.orderId(), OrderStatus.SHIPPED);
			case OrderCancelled cancelled -> progress(cancelled.orderId(), OrderStatus.CANCELLED);
			case PaymentCompleted paid -> count(Report.REVENUE, paid.currency(), paid.amount());
			case PaymentRefunded refunded -> count(Report.REVENUE, refunded.currency(), refunded.amount().negate());
			case UserRegistered user -> onlyCounted();
			case PaymentFailed failed -> onlyCounted();
			case InventoryReserved reserved -> onlyCounted();
			case InventoryRejected rejected -> onlyCounted();
			case InventoryLow low -> onlyCounted();
			default -> throw new IllegalStateException("No report counts " + event.type());
		}
	}

	private static void onlyCounted() {
		// no report but the number of events
	}

	private void progress(String orderId, OrderStatus status) {
		this.ranks.merge(orderId, status.rank(), Math::max);
	}

	private void sell(List<Item> items, String currency) {
		for (Item item : items) {
			Sales sold = new Sales(item.quantity(), item.price().multiply(BigDecimal.valueOf(item.quantity())));
			this.sales.merge(new Product(item.productId(), currency), sold, Sales::plus);
		}
	}

	/** Adds to a figure. */
	void count(Report report, String name, BigDecimal value) {
		this.figures.merge(new Figure(report, name), value, BigDecimal::add);
	}

	/** The highest rank of each order that the events speak of. */
	Map<String, Integer> ranks() {
		return this.ranks;
	}

	Map<Figure, BigDecimal> figures() {
		return this.figures;
	}

	Map<Product, Sales> sales() {
		return this.sales;
	}

	enum Report {

		EVENTS, ORDERS, REVENUE

	}

	record Figure(Report report, String name) {

	}

	record Product(String productId, String currency) {

	}

	record Sales(long units, BigDecimal revenue) {

		Sales plus(Sales other) {
			return new Sales(this.units + other.units, this.revenue.add(other.revenue));
		}

	}

}
