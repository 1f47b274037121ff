package dev.ticketrail.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Maps headers as plain UTF-8 texts. */
class KafkaHeaderTexts implements KafkaHeaderMapper {

	private static final String CONTENT_TYPE = "content-type";

	@Override
	public void fromHeaders(MessageHeaders headers, Headers target) {
		headers.forEach((name, value) -> {
			if (WireHeaders.isOurs(name) && value instanceof String text) {
				target.add(name, text.getBytes(StandardCharsets.UTF_8));
			}
		});
		target.add(CONTENT_TYPE, "application/json".getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void toHeaders(Headers source, Map<String, Object> target) {
		target.putAll(read(source));
	}

	/** Our headers of a record as texts. */
	static Map<String, String> read(Headers headers) {
		Map<String, String> texts = new HashMap<>();
		for (Header header : headers) {
			String text = WireHeaders.text(header.value());
			if (WireHeaders.isOurs(header.key()) && text != null) {
				texts.put(header.key(), text);
			}
		}
		return texts;
	}

}
