package dev.ticketrail.messaging.broker;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** RabbitMQ's queues have no past. */
class RabbitTopicHistory implements TopicHistory {

	private static final String REASON = "A RabbitMQ queue cannot be replayed: a message is gone once its consumer "
			+ "has acknowledged it. Run the shop on Kafka to replay a topic's history.";

	@Override
	public Optional<String> unavailable() {
		return Optional.of(REASON);
	}

	@Override
	public void read(Collection<String> topics, int batchSize, Consumer<List<Delivery>> batch) {
		throw new UnsupportedOperationException(REASON);
	}

}
