package dev.ticketrail.simulator.bugs;

import java.util.concurrent.CompletableFuture;

import dev.ticketrail.messaging.broker.EventSender;
import dev.ticketrail.messaging.broker.OutgoingEvent;
import dev.ticketrail.simulator.network.SimulatedBroker;

import org.springframework.context.annotation.Primary;

/** Planted: sent is taken for acknowledged. */
@Primary
class CarelessSender implements EventSender {

	private final SimulatedBroker broker;

	CarelessSender(SimulatedBroker broker) {
		this.broker = broker;
	}

	@Override
	public CompletableFuture<Void> send(OutgoingEvent event) {
		this.broker.send(event);
		return CompletableFuture.completedFuture(null);
	}

}
