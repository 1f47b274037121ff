package dev.ticketrail.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The order-service as a customer's program sees it: over HTTP, as JSON. */
class Shop {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	Shop(int port) {
		this.url = "http://localhost:" + port;
	}

	/** An order of two espresso cups and a moka pot, 109.97 in all. */
	static String order() {
		return """
				{"customer": {"name": "Ada Smith", "email": "ada@example.com"},
				 "items": [{"productId": "PROD-001", "quantity": 2}, {"productId": "PROD-042", "quantity": 1}],
				 "shippingAddress": {"street": "123 Main St", "city": "London", "postcode": "EC1A 1BB"}}""";
	}

	String placed() {
		return post("/orders", order()).body().get("orderId").asString();
	}

	Answer get(String path, String... headers) {
		return exchange(request(path, headers).GET());
	}

	Answer post(String path, String body, String... headers) {
		return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	Answer post(String path, byte[] body, String... headers) {
		return exchange(request(path, headers).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body)));
	}

	/** The lines of a stream of server-sent events, as they come. */
	Stream<String> stream(String path) {
		try {
			return this.client.send(request(path, "Accept", "text/event-stream").build(), BodyHandlers.ofLines())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private Answer exchange(HttpRequest.Builder request) {
		try {
			return new Answer(this.client.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode body() {
			return JSON.readTree(this.response.body());
		}

		String text(String field) {
			return body().path(field).asString("");
		}

	}

}
