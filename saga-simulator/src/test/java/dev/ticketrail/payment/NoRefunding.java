package dev.ticketrail.payment;

import java.time.InstantSource;
import java.util.List;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.context.annotation.Primary;

/** Planted: the compensation of a charge is skipped. */
@Primary
public class NoRefunding extends Refunding {

	NoRefunding(Payments payments, PaymentGateway gateway, GatewayCalls calls, PaymentEvents events,
			InstantSource time) {
		super(payments, gateway, calls, events, time);
	}

	@Override
	List<Refund> askGateway(List<Event<OrderCancelled>> cancelled) {
		return List.of();
	}

	@Override
	void record(List<Event<OrderCancelled>> cancelled, List<Refund> refunds) {
		// nothing
	}

}
