package dev.ticketrail.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Reads the Kafka binder's batches: lists of values, keys, topics and headers. */
class KafkaDeliveryReader implements DeliveryReader {

	/**
	 * Well below {@code max.poll.interval.ms}: after that the container takes the batch
	 * back, pauses the partitions and keeps polling.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Override
	public List<Delivery> read(Message<?> batch, String defaultTopic) {
		List<?> values = (List<?>) batch.getPayload();
		List<?> keys = list(batch, KafkaHeaders.RECEIVED_KEY);
		List<?> topics = list(batch, KafkaHeaders.RECEIVED_TOPIC);
		List<?> headers = list(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS);
		List<Delivery> deliveries = new ArrayList<>(values.size());
		for (int i = 0; i < values.size(); i++) {
			deliveries.add(new Delivery(at(topics, i) instanceof String topic ? topic : defaultTopic, key(at(keys, i)),
					texts(at(headers, i)), at(values, i) instanceof byte[] bytes ? bytes : null));
		}
		return deliveries;
	}

	@Override
	public Duration patience() {
		return PATIENCE;
	}

	private static List<?> list(Message<?> batch, String header) {
		return (batch.getHeaders().get(header) instanceof List<?> list) ? list : List.of();
	}

	private static @Nullable Object at(List<?> list, int index) {
		return (index < list.size()) ? list.get(index) : null;
	}

	private static @Nullable String key(@Nullable Object key) {
		return (key instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : null;
	}

	private static Map<String, String> texts(@Nullable Object headers) {
		Map<String, String> texts = new HashMap<>();
		if (headers instanceof Map<?, ?> map) {
			map.forEach((name, value) -> {
				if (value instanceof String text && WireHeaders.isOurs(String.valueOf(name))) {
					texts.put(String.valueOf(name), text);
				}
			});
		}
		return texts;
	}

}
