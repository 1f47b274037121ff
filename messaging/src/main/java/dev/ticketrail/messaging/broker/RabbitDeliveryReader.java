package dev.ticketrail.messaging.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.messaging.Wire;

import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.integration.amqp.inbound.AmqpInboundChannelAdapter;
import org.springframework.messaging.Message;

/** Reads the RabbitMQ binder's batches: a list of payloads and one of their headers. */
class RabbitDeliveryReader implements DeliveryReader {

	/** Giving a batch back would count as a delivery, and a queue allows only some. */
	private static final Duration PATIENCE = Duration.ofDays(1);

	@Override
	public List<Delivery> read(Message<?> batch, String defaultTopic) {
		List<?> payloads = (List<?>) batch.getPayload();
		Object all = batch.getHeaders().get(AmqpInboundChannelAdapter.CONSOLIDATED_HEADERS);
		List<?> headers = (all instanceof List<?> list) ? list : List.of();
		List<Delivery> deliveries = new ArrayList<>(payloads.size());
		for (int i = 0; i < payloads.size(); i++) {
			Map<?, ?> raw = (i < headers.size() && headers.get(i) instanceof Map<?, ?> map) ? map : Map.of();
			Map<String, String> texts = texts(raw);
			deliveries.add(new Delivery(topic(raw, defaultTopic), texts.get(Wire.KEY), texts,
					payloads.get(i) instanceof byte[] bytes ? bytes : null));
		}
		return deliveries;
	}

	@Override
	public Duration patience() {
		return PATIENCE;
	}

	/** What came straight to the queue has no exchange: the queue's name tells. */
	private static String topic(Map<?, ?> headers, String defaultTopic) {
		if (headers.get(AmqpHeaders.RECEIVED_EXCHANGE) instanceof String exchange && !exchange.isEmpty()) {
			return exchange;
		}
		if (headers.get(AmqpHeaders.CONSUMER_QUEUE) instanceof String queue && queue.contains(".")) {
			return queue.substring(0, queue.lastIndexOf('.'));
		}
		return defaultTopic;
	}

	static Map<String, String> texts(Map<?, ?> headers) {
		Map<String, String> texts = new HashMap<>();
		headers.forEach((name, value) -> {
			String text = WireHeaders.text(value);
			if (WireHeaders.isOurs(String.valueOf(name)) && text != null) {
				texts.put(String.valueOf(name), text);
			}
		});
		return texts;
	}

}
