package dev.ticketrail.simulator.bugs;

import java.util.List;
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
	public List<CompletableFuture<Void>> send(List<OutgoingEvent> events) {
		this.broker.send(events);
		return events.stream().map((_) -> CompletableFuture.<Void>completedFuture(null)).toList();
	}

}
