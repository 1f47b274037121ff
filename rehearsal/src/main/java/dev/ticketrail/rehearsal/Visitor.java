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

	private final String login;

	Visitor(int port, String operatorPassword) {
		this.service = URI.create("http://localhost:" + port);
		this.login = "Basic " + Base64.getEncoder().encodeToString(("operator:" + operatorPassword).getBytes());
	}

	/**
	 * Comes and goes.
	 * @throws IllegalStateException if a ticket is refused, or the last one not served in
	 * time
	 */
	void visit() throws IOException, InterruptedException {
		String last = "";
		for (int i = 0; i < TICKETS; i++) {
			last = clip();
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

	private String clip() throws IOException, InterruptedException {
		HttpResponse<String> answer = post("/tickets", TICKET);
		return answer.headers()
			.firstValue("Location")
			.orElseThrow(() -> new IllegalStateException(
					"A ticket is refused: " + answer.statusCode() + " " + answer.body()));
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
		return HttpRequest.newBuilder(this.service.resolve(path)).header("Authorization", this.login);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
