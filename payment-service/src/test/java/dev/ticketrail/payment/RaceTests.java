package dev.ticketrail.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many instances at once, each as the inbox would drive it, retries included. */
@RealInfrastructure(Broker.KAFKA)
class RaceTests extends PaymentServiceTest {

	@Autowired
	Charging charging;

	@Autowired
	Refunding refunding;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void parallelCancellationsPayBackOnce() throws Exception {
		OrderPlaced order = Orders.placed();
		try (TestBroker.Tap refunded = this.broker.tap(PaymentRefunded.TYPE)) {
			charge(List.of(order));
			atOnce(5, () -> refund(List.of(Orders.cancelled(order))));
			await().untilAsserted(() -> assertThat(about(order.orderId(), refunded)).hasSize(1));
		}
		assertThat(status(order.orderId())).isEqualTo("REFUNDED");
		assertThat(booked(order.orderId())).hasSize(1);
	}

	@RepeatedTest(5)
	void ordersThatArePlacedAndCancelledAtOnceKeepNoMoney() throws Exception {
		List<OrderPlaced> orders = List.of(Orders.placed(), Orders.placed(), Orders.placed(), Orders.placed());
		List<OrderPlaced> backwards = orders.reversed();
		try (TestBroker.Tap completed = this.broker.tap(PaymentCompleted.TYPE);
				TestBroker.Tap refunded = this.broker.tap(PaymentRefunded.TYPE)) {
			atOnce(2, () -> charge(orders), () -> charge(backwards),
					() -> refund(orders.stream().map(Orders::cancelled).toList()));
			for (OrderPlaced order : orders) {
				assertThat(status(order.orderId())).isIn("REFUNDED", "VOIDED");
				int charges = booked(order.orderId()).size();
				assertThat(charges).isEqualTo(status(order.orderId()).equals("REFUNDED") ? 1 : 0);
				await().untilAsserted(() -> {
					assertThat(about(order.orderId(), completed)).hasSize(charges);
					assertThat(about(order.orderId(), refunded)).hasSize(charges);
				});
			}
		}
	}

	private void charge(List<OrderPlaced> orders) {
		List<Event<OrderPlaced>> events = orders.stream().map((order) -> event(OrderPlaced.TYPE, order)).toList();
		untilItSucceeds(() -> {
			List<Charging.Answer> answers = this.charging.askGateway(events);
			this.transaction.executeWithoutResult((_) -> this.charging.record(answers));
		});
	}

	private void refund(List<OrderCancelled> orders) {
		List<Event<OrderCancelled>> events = orders.stream().map((order) -> event(OrderCancelled.TYPE, order)).toList();
		untilItSucceeds(() -> {
			List<Refunding.Refund> refunds = this.refunding.askGateway(events);
			this.transaction.executeWithoutResult((_) -> this.refunding.record(events, refunds));
		});
	}

	private static <T> Event<T> event(String type, T data) {
		return new Event<>(UUID.randomUUID(), type, Instant.now(), null, null, data);
	}

	/** As often as the inbox would try. */
	private static void untilItSucceeds(Runnable attempt) {
		for (int attempts = 1;; attempts++) {
			try {
				attempt.run();
				return;
			}
			catch (PaymentStateException ex) {
				assertThat(attempts).as(ex.getMessage()).isLessThan(3);
			}
		}
	}

	private static void atOnce(int times, Runnable... tasks) throws Exception {
		CyclicBarrier start = new CyclicBarrier(times * tasks.length);
		List<Future<?>> running = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < times; i++) {
				for (Runnable task : tasks) {
					running.add(threads.submit(() -> {
						start.await();
						task.run();
						return null;
					}));
				}
			}
		}
		for (Future<?> task : running) {
			task.get();
		}
	}

}
