package dev.ticketrail.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many instances at once, as threads that get the same orders in different batches, and
 * their cancellations at the same time. There is less in stock than is asked for.
 */
@RealInfrastructure(Broker.KAFKA)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "ticketrail.operator.password=open-sesame")
class ContentionTests {

	private static final int BATCH = 20;

	@Autowired
	private Reserving reserving;

	@Autowired
	private Releasing releasing;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void nobodyDeadlocksAndTheSumsAreExact() throws Exception {
		Shelf shelf = new Shelf(this.jdbc);
		long before = shelf.deadlocks();
		List<String> products = Stream.generate(() -> shelf.product(25)).limit(5).toList();
		List<OrderPlaced> orders = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			List<String> some = new ArrayList<>(products);
			Collections.shuffle(some, new Random(i));
			orders.add(Orders.placed(some.subList(0, 2).toArray(String[]::new)));
		}
		List<Future<?>> instances = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
			for (int instance = 0; instance < 6; instance++) {
				List<OrderPlaced> mine = new ArrayList<>(orders);
				Collections.shuffle(mine, new Random(1000 + instance));
				boolean reserves = instance < 4;
				instances.add(threads.submit(() -> {
					for (int start = 0; start < mine.size(); start += BATCH) {
						List<OrderPlaced> batch = mine.subList(start, start + BATCH);
						this.transaction.executeWithoutResult((status) -> handle(batch, reserves));
					}
				}));
			}
		}
		for (Future<?> instance : instances) {
			instance.get();
		}
		assertThat(shelf.deadlocks()).isEqualTo(before);
		assertThat(orders).noneMatch((order) -> shelf.status(order.orderId()).filter("RESERVED"::equals).isPresent());
		assertThat(products).allMatch((product) -> shelf.available(product) == 25);
		shelf.balances();
	}

	private void handle(List<OrderPlaced> orders, boolean reserves) {
		if (reserves) {
			this.reserving.reserve(orders.stream().map((order) -> event(OrderPlaced.TYPE, order)).toList());
		}
		else {
			this.releasing
				.release(orders.stream().map((order) -> event(OrderCancelled.TYPE, Orders.cancelled(order))).toList());
		}
	}

	private static <T> Event<T> event(String type, T data) {
		return new Event<>(UUID.randomUUID(), type, Instant.now(), null, null, data);
	}

}
