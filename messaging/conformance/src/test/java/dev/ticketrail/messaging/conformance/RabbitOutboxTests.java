package dev.ticketrail.messaging.conformance;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.parallel.ResourceLock;

@RealInfrastructure(Broker.RABBIT)
@ResourceLock("rabbit")
class RabbitOutboxTests extends OutboxConformance {

	@Override
	String refusal() {
		return "unroutable";
	}

	@Override
	void appendRefused(String key) {
		append("nobody.listens", key, Ticket.of(key, Ticket.Behaviour.SUCCEED));
	}

}
