package dev.ticketrail.inventory;

import java.time.InstantSource;
import java.util.List;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.context.annotation.Primary;

/** Planted: what a cancelled order held is not put back. */
@Primary
public class NoReleasing extends Releasing {

	NoReleasing(Reservations reservations, Stocks stocks, InstantSource clock) {
		super(reservations, stocks, clock);
	}

	@Override
	void release(List<Event<OrderCancelled>> cancelled) {
		// nothing
	}

}
