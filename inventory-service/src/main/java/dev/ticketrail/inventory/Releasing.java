package dev.ticketrail.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.stereotype.Component;

/**
 * Puts back what cancelled orders held, once, however often their events come. An order
 * that is cancelled before it was seen is remembered, and will reserve nothing.
 */
@Component
class Releasing {

	private final Reservations reservations;

	private final Stocks stocks;

	private final InstantSource clock;

	Releasing(Reservations reservations, Stocks stocks, InstantSource clock) {
		this.reservations = reservations;
		this.stocks = stocks;
		this.clock = clock;
	}

	void release(List<Event<OrderCancelled>> cancelled) {
		Instant now = this.clock.instant();
		String[] orderIds = cancelled.stream().map((event) -> event.data().orderId()).toArray(String[]::new);
		this.reservations.cancelUnseen(orderIds, now);
		List<Reservation> released = this.reservations.lockReserved(orderIds)
			.stream()
			.filter((reservation) -> reservation.cancel(now))
			.toList();
		if (released.isEmpty()) {
			return;
		}
		StockRoom room = this.stocks.lock(productsOf(released));
		released.forEach((reservation) -> room.putBack(reservation.lines()));
		this.stocks.save(room);
	}

	private static Set<String> productsOf(List<Reservation> reservations) {
		Set<String> productIds = new TreeSet<>();
		reservations.forEach((reservation) -> productIds.addAll(reservation.lines().keySet()));
		return productIds;
	}

}
