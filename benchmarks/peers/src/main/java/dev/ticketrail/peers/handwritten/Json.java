package dev.ticketrail.peers.handwritten;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.peers.twin.Outgoing;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** From and to the wire. */
@Component
class Json {

	private final JsonMapper json;

	Json(JsonMapper json) {
		this.json = json;
	}

	<E> List<E> read(List<Received> events, Class<E> type) {
		return events.stream().map((event) -> this.json.readValue(event.payload(), type)).toList();
	}

	String orderId(Received event) {
		return this.json.readTree(event.payload()).get("orderId").stringValue();
	}

	String write(Object object) {
		return this.json.writeValueAsString(object);
	}

	/** An event whose identity follows from its order. */
	Outgoing event(String topic, String orderId, ShopEvent event) {
		UUID id = UUID.nameUUIDFromBytes((topic + "/" + orderId).getBytes(StandardCharsets.UTF_8));
		return new Outgoing(id.toString(), topic, orderId, write(event));
	}

}
