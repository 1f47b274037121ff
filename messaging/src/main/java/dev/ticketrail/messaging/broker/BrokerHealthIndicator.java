package dev.ticketrail.messaging.broker;

import java.util.Map;

import dev.ticketrail.messaging.inbox.Outages;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Health of the active broker, and what the listeners wait for. Not part of readiness:
 * while the broker is away, the outbox keeps what the service accepts.
 */
class BrokerHealthIndicator extends AbstractHealthIndicator {

	private final BrokerStatus broker;

	private final Outages outages;

	BrokerHealthIndicator(BrokerStatus broker, Outages outages) {
		super("The broker does not answer");
		this.broker = broker;
		this.outages = outages;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) throws Exception {
		Map<String, String> waiting = this.outages.waiting();
		health.withDetail("broker", this.broker.name());
		if (!waiting.isEmpty()) {
			health.withDetail("waiting", waiting);
		}
		this.broker.check();
		if (waiting.isEmpty()) {
			health.up();
		}
		else {
			health.down();
		}
	}

}
