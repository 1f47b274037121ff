package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Places orders over a number of kept connections. At a rate it is an open loop: a
 * request has a moment at which it is due, and its latency counts from then, also when no
 * connection was free to send it. Without a rate each connection sends as soon as it has
 * its answer.
 */
final class Load {

	/**
	 * What came of it.
	 *
	 * @param statuses answers by status; 0 stands for a broken connection
	 * @param hints how many refusals said when to come again
	 * @param latency in microseconds, of accepted orders
	 */
	record Outcome(Map<Integer, Long> statuses, long hints, Histogram latency, Duration took) {

		long accepted() {
			return this.statuses.getOrDefault(201, 0L);
		}

		long refused() {
			return this.statuses.getOrDefault(503, 0L) + this.statuses.getOrDefault(429, 0L);
		}

		long failed() {
			return this.statuses.values().stream().mapToLong(Long::longValue).sum() - accepted() - refused();
		}

		double acceptedPerSecond() {
			return accepted() / (this.took.toNanos() / 1e9);
		}

		double millis(double percentile) {
			return this.latency.getValueAtPercentile(percentile) / 1000.0;
		}

	}

	private static final String ORDER = """
			{"customer": {"name": "Ada Smith", "email": "ada@example.com"},
			 "items": [{"productId": "PROD-001", "quantity": 2}, {"productId": "PROD-042", "quantity": 1}],
			 "shippingAddress": {"street": "123 Main St", "city": "London", "postcode": "EC1A 1BB"},
			 "paymentMethod": "pm_card_visa"}""";

	private static final Duration GRACE = Duration.ofSeconds(1);

	private final URI server;

	private final HttpConnection.Request order;

	private final int connections;

	private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();

	private final AtomicLong hints = new AtomicLong();

	private final Histogram latency = new ConcurrentHistogram(TimeUnit.HOURS.toMicros(1), 3);

	private final ConcurrentLinkedQueue<Exception> troubles = new ConcurrentLinkedQueue<>();

	private boolean keyed;

	Load(URI server, int connections) {
		this.server = server;
		this.order = new HttpConnection.Request(server, "POST", "/orders", "", ORDER);
		this.connections = connections;
	}

	/** Gives each order an idempotency key of its own, as careful customers do. */
	Load keyed() {
		this.keyed = true;
		return this;
	}

	/**
	 * Offers so many orders a second for so long. What no connection was free to send in
	 * that time is not offered any more.
	 */
	Outcome offer(int perSecond, Duration length) {
		long orders = perSecond * length.toSeconds();
		return run(orders, length.plus(GRACE).toNanos(), 1_000_000_000L / perSecond);
	}

	/** Places orders as fast as they are taken. */
	Outcome saturate(Duration length) {
		return run(Long.MAX_VALUE, length.toNanos(), 0);
	}

	/** Places a number of orders as fast as they are taken. */
	Outcome place(long orders) {
		return run(orders, Long.MAX_VALUE, 0);
	}

	private Outcome run(long orders, long nanos, long interval) {
		AtomicLong next = new AtomicLong();
		long begin = System.nanoTime();
		try (ExecutorService clients = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
			for (int client = 0; client < this.connections; client++) {
				clients.execute(() -> {
					try (Client one = new Client()) {
						for (long order = next.getAndIncrement(); order < orders
								&& System.nanoTime() - begin < nanos; order = next.getAndIncrement()) {
							long due = (interval > 0) ? begin + order * interval : System.nanoTime();
							waitUntil(due);
							one.order(due, orders < Long.MAX_VALUE && interval == 0);
						}
					}
					catch (IOException | RuntimeException ex) {
						this.troubles.add(ex);
					}
				});
			}
		}
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		if (!this.troubles.isEmpty()) {
			throw new IllegalStateException("The load could not be offered", this.troubles.peek());
		}
		Map<Integer, Long> counts = new TreeMap<>();
		this.statuses.forEach((status, count) -> counts.put(status, count.get()));
		return new Outcome(counts, this.hints.get(), this.latency, took);
	}

	private static void waitUntil(long due) {
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private final class Client implements AutoCloseable {

		private HttpConnection connection = new HttpConnection(Load.this.server);

		private Client() throws IOException {
		}

		/** Places one order; who insists comes again until it is accepted. */
		private void order(long due, boolean insists) throws IOException {
			HttpConnection.Request order = Load.this.keyed ? keyedOrder() : Load.this.order;
			while (true) {
				int status = attempt(order);
				if (status == 201) {
					Load.this.latency.recordValue(Math.max(0, (System.nanoTime() - due) / 1000));
				}
				if (!insists || status != 503) {
					return;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
			}
		}

		private HttpConnection.Request keyedOrder() {
			return new HttpConnection.Request(Load.this.server, "POST", "/orders",
					"Idempotency-Key: " + UUID.randomUUID() + "\r\n", ORDER);
		}

		private int attempt(HttpConnection.Request order) throws IOException {
			int status = 0;
			try {
				HttpConnection.Answer answer = this.connection.send(order);
				status = answer.status();
				if (status != 201 && answer.retryAfter()) {
					Load.this.hints.incrementAndGet();
				}
				if (answer.last()) {
					reconnect();
				}
			}
			catch (IOException _) {
				reconnect();
			}
			Load.this.statuses.computeIfAbsent(status, (_) -> new AtomicLong()).incrementAndGet();
			return status;
		}

		private void reconnect() throws IOException {
			this.connection.close();
			this.connection = new HttpConnection(Load.this.server);
		}

		@Override
		public void close() throws IOException {
			this.connection.close();
		}

	}

}
