package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is about to be charged, before the gateway hears of it. */
@Component
class ChargeIntents {

	private final Payments payments;

	private final InstantSource time;

	ChargeIntents(Payments payments, InstantSource time) {
		this.payments = payments;
		this.time = time;
	}

	/**
	 * Commits an intent for each order that is new, whatever the caller's transaction.
	 * @return the orders that the gateway is to be asked about: the new ones, and those
	 * whose answer was never recorded
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public List<Intent> commit(List<Event<OrderPlaced>> placed) {
		Map<String, OrderPlaced> orders = new TreeMap<>();
		placed.forEach((event) -> orders.putIfAbsent(event.data().orderId(), event.data()));
		Instant now = this.time.instant();
		Set<String> fresh = insert(orders.values(), now);
		List<Intent> intents = new ArrayList<>();
		orders.values()
			.stream()
			.filter((order) -> fresh.contains(order.orderId()))
			.forEach((order) -> intents.add(new Intent(order, now, false)));
		if (fresh.size() < orders.size()) {
			orders.keySet().removeAll(fresh);
			intents.addAll(unanswered(orders));
		}
		return intents;
	}

	private Set<String> insert(Collection<OrderPlaced> orders, Instant now) {
		return this.payments.intend(orders.stream().map(OrderPlaced::orderId).toArray(String[]::new),
				orders.stream().map(OrderPlaced::total).toArray(BigDecimal[]::new),
				orders.stream().map(OrderPlaced::currency).toArray(String[]::new), now);
	}

	private List<Intent> unanswered(Map<String, OrderPlaced> orders) {
		List<Intent> intents = new ArrayList<>();
		for (Payment payment : this.payments.findAll(orders.keySet().toArray(String[]::new))) {
			boolean cancelled = payment.status() == PaymentStatus.CANCELLING;
			if (cancelled || payment.status() == PaymentStatus.CHARGING) {
				OrderPlaced order = Objects.requireNonNull(orders.get(payment.orderId()));
				intents.add(new Intent(order, payment.createdAt(), cancelled));
			}
		}
		return intents;
	}

	/**
	 * An order to charge.
	 *
	 * @param since when it was first intended
	 * @param cancelled whether it is cancelled by now, so that a charge has to go back
	 */
	record Intent(OrderPlaced order, Instant since, boolean cancelled) {

	}

}
