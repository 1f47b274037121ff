package dev.ticketrail.simulator.network;

import java.time.Duration;
import java.util.List;

import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.broker.DeliveryReader;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Takes the binders' place: deliveries are in a header as they are. While the world is
 * down a batch goes back at once, and the broker delivers it again.
 */
public final class DeliveredBatches implements DeliveryReader {

	private static final String DELIVERIES = "deliveries";

	static Message<List<byte[]>> message(List<Delivery> deliveries) {
		return MessageBuilder.withPayload(List.<byte[]>of()).setHeader(DELIVERIES, deliveries).build();
	}

	@Override
	@SuppressWarnings("unchecked")
	public List<Delivery> read(Message<?> batch, String defaultTopic) {
		return (List<Delivery>) batch.getHeaders().get(DELIVERIES);
	}

	@Override
	public Duration patience() {
		return Duration.ZERO;
	}

}
