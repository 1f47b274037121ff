package dev.ticketrail.system;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Customers who come at a steady rate, whatever happens to the shop. Each has a key for
 * the order and repeats the request until it is answered. What they want is drawn from a
 * seed: most buy, some are declined, want what is out of stock, change their mind, or
 * press the button twice.
 */
final class Crowd implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final ShopClient client;

	private final Random random;

	private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();

	private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

	private volatile boolean arriving;

	private Thread door = Thread.ofVirtual().start(() -> {
	});

	Crowd(ShopClient client, long seed) {
		this.client = client;
		this.random = new Random(seed);
	}

	/** Sends in one customer, and does not wait. */
	void send() {
		int wish = this.random.nextInt(10);
		String product = "PROD-00" + (3 + this.random.nextInt(4));
		Map<String, Integer> basket = switch (wish) {
			case 0 -> Map.of("PROD-013", 1, product, 1);
			case 1, 2 -> Map.of(product, 1, "PROD-042", 1 + this.random.nextInt(3));
			default -> Map.of("PROD-001", 2, "PROD-042", 1);
		};
		String card = (wish == 3) ? "pm_card_chargeDeclined" : "pm_card_visa";
		String email = "crowd-" + UUID.randomUUID() + "@example.com";
		String order = ShopClient.order(email, card, basket);
		this.customers.execute(() -> {
			try {
				String id = place(order);
				this.visits.add(new Visit(id, email));
				if (wish == 4) {
					this.client.post("order-service", "/orders/" + id + "/cancel", "", Map.of());
				}
			}
			catch (UncheckedIOException _) {
				// the wish to cancel was lost on the way: then it is an order like any
			}
			catch (Throwable ex) {
				this.complaints.add(ex.toString());
			}
		});
	}

	/** Sends in some customers, one after the other, and does not wait for them. */
	void arrive(int customers, int perSecond) {
		long begin = System.nanoTime();
		for (int customer = 1; customer <= customers; customer++) {
			send();
			pauseUntil(begin + customer * 1_000_000_000L / perSecond);
		}
	}

	/** Lets customers arrive until the crowd is closed or waited for. */
	void keepArriving(int perSecond) {
		this.arriving = true;
		this.door = Thread.ofVirtual().start(() -> {
			while (this.arriving) {
				arrive(1, perSecond);
			}
		});
	}

	private String place(String order) {
		Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
		String first = repeat(order, key);
		assertThat(repeat(order, key)).as("the order of a repeated request").isEqualTo(first);
		return first;
	}

	private String repeat(String order, Map<String, String> key) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.ignoreException(UncheckedIOException.class)
			.until(() -> {
				HttpResponse<String> answer = this.client.post("order-service", "/orders", order, key);
				assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
				if (answer.statusCode() == 201) {
					return ShopClient.read(answer).get("orderId").stringValue();
				}
				comeBack(answer);
				return "";
			}, (id) -> !id.isEmpty());
	}

	/** When they are told to: who comes at once and again only makes it worse. */
	private static void comeBack(HttpResponse<String> refusal) {
		long seconds = refusal.headers().firstValueAsLong("Retry-After").orElseThrow();
		pauseUntil(System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
	}

	/** Waits until each of them has an order. */
	List<Visit> awaitServed() throws InterruptedException {
		this.arriving = false;
		this.door.join();
		this.customers.shutdown();
		assertThat(this.customers.awaitTermination(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)).isTrue();
		assertThat(this.complaints).isEmpty();
		return List.copyOf(this.visits);
	}

	static void pauseUntil(long moment) {
		try {
			Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.arriving = false;
		this.customers.shutdownNow();
	}

	/**
	 * Who came out with an order.
	 *
	 * @param order its id
	 * @param email the customer's, used for this order only
	 */
	record Visit(String order, String email) {

	}

}
