package dev.ticketrail.shipping;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.messaging.inbox.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Holds back what is cancelled: it will not be shipped, should its confirmation come
 * later. What is on its way already cannot be held; that is logged, and shown with the
 * shipment.
 */
@Component
class Holding {

	private static final Logger log = LoggerFactory.getLogger(Holding.class);

	private final Shipments shipments;

	private final InstantSource clock;

	Holding(Shipments shipments, InstantSource clock) {
		this.shipments = shipments;
		this.clock = clock;
	}

	void hold(List<Event<OrderCancelled>> cancelled) {
		Instant now = this.clock.instant();
		String[] orderIds = cancelled.stream().map((event) -> event.data().orderId()).toArray(String[]::new);
		this.shipments.voidUndecided(orderIds, now);
		this.shipments.lockShipped(orderIds)
			.stream()
			.filter((shipment) -> shipment.cancel(now))
			.forEach((shipment) -> log.warn("Order {} was cancelled when its parcel was on its way already",
					shipment.orderId()));
	}

}
