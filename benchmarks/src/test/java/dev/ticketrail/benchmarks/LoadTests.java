package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTests {

	private final AtomicInteger requests = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void everyAnswerIsCounted() {
		this.server.createContext("/orders",
				(exchange) -> answer(exchange, (this.requests.incrementAndGet() % 4 == 0) ? 503 : 201));
		Load.Outcome outcome = load(2).offer(200, Duration.ofSeconds(1));
		assertThat(outcome.accepted()).isEqualTo(150);
		assertThat(outcome.refused()).isEqualTo(50).isEqualTo(outcome.hints());
		assertThat(outcome.failed()).isZero();
		assertThat(outcome.latency().getTotalCount()).isEqualTo(150);
	}

	@Test
	void orderThatHasToBePlacedIsOfferedAgain() {
		this.server.createContext("/orders",
				(exchange) -> answer(exchange, (this.requests.incrementAndGet() <= 3) ? 503 : 201));
		assertThat(load(1).place(10).accepted()).isEqualTo(10);
		assertThat(this.requests).hasValue(13);
	}

	@Test
	void keyedOrderIsOfferedAgainUnderItsKey() {
		Queue<String> keys = new ConcurrentLinkedQueue<>();
		this.server.createContext("/orders", (exchange) -> {
			keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
			answer(exchange, (this.requests.incrementAndGet() <= 3) ? 503 : 201);
		});
		assertThat(load(1).keyed().place(10).accepted()).isEqualTo(10);
		assertThat(keys).hasSize(13).doesNotContainNull();
		assertThat(keys.stream().distinct()).hasSize(10);
	}

	/**
	 * One connection, a request due every 10 ms, and one answer in the middle that takes
	 * 400 ms.
	 */
	@Test
	void latencyCountsFromTheMomentAtWhichARequestIsDue() {
		this.server.createContext("/orders", (exchange) -> {
			if (this.requests.incrementAndGet() == 50) {
				pause(400);
			}
			answer(exchange, 201);
		});
		Load.Outcome outcome = load(1).offer(100, Duration.ofSeconds(1));
		assertThat(outcome.accepted()).isEqualTo(100);
		assertThat(outcome.millis(100)).isGreaterThanOrEqualTo(400);
		assertThat(outcome.millis(75)).as("of those that became due meanwhile").isGreaterThan(100);
		assertThat(outcome.millis(1)).as("of those that were due before").isLessThan(200);
	}

	@Test
	void answerIsReadToItsEndHoweverItComes() throws IOException {
		String[] bodies = { "", "short", "x".repeat(100_000), "y".repeat(16 * 1024) };
		this.server.createContext("/orders", (exchange) -> {
			try (exchange) {
				int request = this.requests.getAndIncrement();
				byte[] body = bodies[request / 2].getBytes();
				boolean chunked = request % 2 == 0;
				exchange.sendResponseHeaders(200, chunked ? 0 : (body.length == 0) ? -1 : body.length);
				exchange.getResponseBody().write(body);
			}
		});
		try (HttpConnection connection = new HttpConnection(address())) {
			for (String body : bodies) {
				assertThat(connection.send("GET", "/orders", "", "").body()).isEqualTo(body);
				assertThat(connection.send("GET", "/orders", "", "").body()).isEqualTo(body);
			}
		}
	}

	private static void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private Load load(int connections) {
		return new Load(address(), connections);
	}

	private URI address() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			if (status == 503) {
				exchange.getResponseHeaders().add("Retry-After", "2");
			}
			byte[] body = "{}".getBytes();
			// one answer has a length, the next one comes in chunks
			exchange.sendResponseHeaders(status, (status == 201) ? 0 : body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
