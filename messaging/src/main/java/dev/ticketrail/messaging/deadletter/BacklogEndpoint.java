package dev.ticketrail.messaging.deadletter;

import java.util.List;
import java.util.Map;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.BrokerStatus;
import dev.ticketrail.messaging.inbox.OutageException;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;

/**
 * {@code GET /actuator/backlog}: what waits in the broker for this service's groups.
 * Counted as dead are the letters that are parked in the database and those that are
 * still in the queue on the broker.
 */
@Endpoint(id = "backlog")
class BacklogEndpoint {

	private final Bindings bindings;

	private final BrokerStatus broker;

	private final DeadLetterRows rows;

	BacklogEndpoint(Bindings bindings, BrokerStatus broker, DeadLetterRows rows) {
		this.bindings = bindings;
		this.broker = broker;
		this.rows = rows;
	}

	@ReadOperation
	WebEndpointResponse<Object> backlog() {
		try {
			return new WebEndpointResponse<>(backlogs());
		}
		catch (OutageException ex) {
			return DeadLettersEndpoint.problem(HttpStatus.SERVICE_UNAVAILABLE, ex);
		}
	}

	private List<Backlog> backlogs() {
		List<Subscription> subscriptions = this.bindings.subscriptions();
		Map<Subscription, Long> waiting = this.broker.waiting(subscriptions);
		Map<Subscription, Long> queued = this.broker.waitingDeadLetters(subscriptions);
		Map<Subscription, Long> parked = this.rows.parked();
		return subscriptions.stream()
			.map((subscription) -> new Backlog(subscription.topic(), subscription.group(),
					waiting.getOrDefault(subscription, 0L),
					queued.getOrDefault(subscription, 0L) + parked.getOrDefault(subscription, 0L)))
			.toList();
	}

	record Backlog(String topic, String group, long waiting, long deadLettered) {
	}

}
