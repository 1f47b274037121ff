package dev.ticketrail.messaging.conformance;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.parallel.ResourceLock;

@RealInfrastructure(Broker.KAFKA)
@ResourceLock("kafka")
class KafkaOutboxTests extends OutboxConformance {

	@Override
	String refusal() {
		return "RecordTooLargeException";
	}

	@Override
	void appendRefused(String key) {
		append(Ticket.OPENED, key, new Ticket(key, Ticket.Behaviour.SUCCEED, "x".repeat(2_000_000)));
	}

}
