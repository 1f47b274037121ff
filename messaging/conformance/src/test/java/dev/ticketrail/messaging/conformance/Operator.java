package dev.ticketrail.messaging.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.ticketrail.messaging.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** Looks after the dead letters, through the actuator. */
class Operator {

	private final HttpClient http = HttpClient.newHttpClient();

	private final String base;

	Operator(int port) {
		this.base = "http://localhost:" + port + "/actuator/";
	}

	Optional<JsonNode> parked(String key) {
		for (JsonNode letter : get("deadletters?size=500").get("deadLetters")) {
			if (letter.get("key").isString() && letter.get("key").stringValue().equals(key)) {
				return Optional.of(letter);
			}
		}
		return Optional.empty();
	}

	JsonNode show(String id) {
		return get("deadletters/" + id);
	}

	int redrive(String id, @Nullable String payload) {
		Map<String, String> body = new HashMap<>(Map.of("action", "redrive"));
		if (payload != null) {
			body.put("payload", payload);
		}
		return send(HttpRequest.newBuilder(uri("deadletters/" + id))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(Wire.JSON.writeValueAsString(body)))).statusCode();
	}

	int discard(String id) {
		return send(HttpRequest.newBuilder(uri("deadletters/" + id)).DELETE()).statusCode();
	}

	long waiting(String topic) {
		for (JsonNode backlog : backlog()) {
			if (backlog.get("topic").stringValue().equals(topic)) {
				return backlog.get("waiting").longValue();
			}
		}
		throw new IllegalStateException("No backlog of " + topic);
	}

	/** A broker that has no time to count is asked again. */
	private JsonNode backlog() {
		return Wire.JSON.readTree(await().atMost(ConformanceTest.SOON)
			.until(() -> send(HttpRequest.newBuilder(uri("backlog"))), (answer) -> answer.statusCode() == 200)
			.body());
	}

	/** Why an event is parked in the outbox; empty where it is not. */
	String parkedInOutbox(String key) {
		for (JsonNode row : get("outbox").get("parked")) {
			if (row.get("key").stringValue().equals(key)) {
				return row.get("error").stringValue();
			}
		}
		return "";
	}

	/** The details of the service's health. */
	String health() {
		return get("health").toString();
	}

	private JsonNode get(String path) {
		return Wire.JSON.readTree(send(HttpRequest.newBuilder(uri(path))).body());
	}

	private URI uri(String path) {
		return URI.create(this.base + path);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
