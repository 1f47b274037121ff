package dev.ticketrail.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/**
 * Uses the service as customers and operators use the shop, until the tickets are served.
 */
class Visitor {

	private static final int TICKETS = 200;

	private static final String TICKET = """
			{"price": 12.50, "dishes": [{"name": "soup", "quantity": 1}, {"name": "bread", "quantity": 2}]}""";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI service;

	Visitor(int port) {
		this.service = URI.create("http://localhost:" + port);
	}

	/**
	 * Comes and goes.
	 * @throws IllegalStateException if the last ticket is not served in time
	 */
	void visit() throws IOException, InterruptedException {
		String last = "";
		for (int i = 0; i < TICKETS; i++) {
			last = post("/tickets", TICKET).headers().firstValue("Location").orElseThrow();
		}
		post("/tickets", "{\"price\": \"much\"}");
		post("/tickets", "not json");
		for (String path : new String[] { "/tickets/none", "/nowhere", "/actuator/health", "/actuator/health/readiness",
				"/actuator/prometheus", "/actuator/deadletters", "/actuator/outbox", "/actuator/backlog",
				"/v3/api-docs" }) {
			get(path);
		}
		awaitServed(last);
	}

	private void awaitServed(String ticket) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!get(ticket).body().contains("SERVED")) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(ticket + " is not served after " + PATIENCE);
			}
			Thread.sleep(20);
		}
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		String login = Base64.getEncoder().encodeToString("operator:rehearsal".getBytes());
		return HttpRequest.newBuilder(this.service.resolve(path)).header("Authorization", "Basic " + login);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
