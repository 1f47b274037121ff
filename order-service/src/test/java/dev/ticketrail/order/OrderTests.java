package dev.ticketrail.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderTests {

	private static final Instant NOW = Instant.parse("2026-01-15T10:30:00.123Z");

	private final Order order = placed();

	@Test
	void totalIsTheSumOfPriceTimesQuantity() {
		assertThat(this.order.total()).isEqualTo(new BigDecimal("109.97"));
	}

	@Test
	void orderIsConfirmedWhenPaidAndReserved() {
		this.order.pay(NOW);
		assertThat(this.order.status()).isEqualTo(OrderStatus.PLACED);
		this.order.reserve(NOW);
		assertThat(this.order.status()).isEqualTo(OrderStatus.CONFIRMED);
		assertThat(history(this.order)).containsExactly("order.placed", "payment.completed", "inventory.reserved",
				"order.confirmed");
	}

	@Test
	void orderIsConfirmedWhenReservedAndPaid() {
		this.order.reserve(NOW);
		this.order.pay(NOW);
		assertThat(history(this.order)).containsExactly("order.placed", "inventory.reserved", "payment.completed",
				"order.confirmed");
	}

	@Test
	void lateAnswersAreOnlyNotedOnACancelledOrder() {
		this.order.cancel(CancellationReason.OUT_OF_STOCK, NOW);
		this.order.pay(NOW);
		this.order.reserve(NOW);
		this.order.cancel(CancellationReason.PAYMENT_DECLINED, NOW);
		this.order.refund(NOW);
		assertThat(this.order.status()).isEqualTo(OrderStatus.CANCELLED);
		assertThat(this.order.cancellationReason()).isEqualTo(CancellationReason.OUT_OF_STOCK);
		assertThat(history(this.order)).containsExactly("order.placed", "order.cancelled", "payment.completed",
				"inventory.reserved", "payment.refunded");
	}

	@Test
	void whatCanNeverBeTrueIsRefusedAndNamesTheStatus() {
		assertThatExceptionOfType(IllegalOrderStateException.class).isThrownBy(() -> this.order.ship(NOW))
			.withMessage("Order ORD-1 is PLACED and cannot be shipped");
		assertThatExceptionOfType(IllegalOrderStateException.class).isThrownBy(() -> this.order.refund(NOW))
			.withMessageContaining("PLACED");
		this.order.pay(NOW);
		this.order.reserve(NOW);
		assertThatExceptionOfType(IllegalOrderStateException.class)
			.isThrownBy(() -> this.order.cancel(CancellationReason.CUSTOMER_REQUEST, NOW))
			.withMessageContaining("CONFIRMED");
	}

	/** Every sequence of six answers, repetitions too: 117,649 lives of an order. */
	@Test
	void noSequenceOfAnswersLeadsAstray() {
		Answer[] answers = Answer.values();
		int[] sequence = new int[6];
		do {
			Order order = placed();
			for (int answer : sequence) {
				hear(order, answers[answer]);
			}
			assertInvariants(order, sequence);
		}
		while (next(sequence, answers.length));
	}

	private static void hear(Order order, Answer answer) {
		OrderStatus before = order.status();
		List<HistoryEntry> historyBefore = order.history();
		try {
			answer.what.accept(order);
		}
		catch (IllegalOrderStateException ex) {
			assertThat(ex.status()).isSameAs(before).isSameAs(order.status());
			assertThat(order.history()).isSameAs(historyBefore);
		}
	}

	private static void assertInvariants(Order order, int[] sequence) {
		List<String> history = history(order);
		String life = Arrays.toString(sequence) + " led to " + history;
		assertThat(history).as(life).doesNotHaveDuplicates();
		assertThat(StatusChange.of(order)).extracting(StatusChange::status)
			.as(life)
			.isIn(List.of(OrderStatus.PLACED), List.of(OrderStatus.PLACED, OrderStatus.CONFIRMED),
					List.of(OrderStatus.PLACED, OrderStatus.CONFIRMED, OrderStatus.SHIPPED),
					List.of(OrderStatus.PLACED, OrderStatus.CANCELLED));
		assertThat(order.status() == OrderStatus.CANCELLED).as(life).isEqualTo(order.cancellationReason() != null);
		if (order.status() == OrderStatus.CONFIRMED || order.status() == OrderStatus.SHIPPED) {
			assertThat(history.subList(0, history.indexOf("order.confirmed"))).as(life)
				.contains("payment.completed", "inventory.reserved");
		}
		if (order.status() == OrderStatus.PLACED) {
			assertThat(history).as(life).hasSizeLessThan(3);
		}
	}

	private static boolean next(int[] sequence, int base) {
		for (int i = 0; i < sequence.length; i++) {
			if (++sequence[i] < base) {
				return true;
			}
			sequence[i] = 0;
		}
		return false;
	}

	private static List<String> history(Order order) {
		return order.history().stream().map(HistoryEntry::what).toList();
	}

	private static Order placed() {
		return new Order("ORD-1", new Buyer("USR-1", "Ada Smith", "ada@example.com"),
				List.of(new OrderLine("PROD-001", "Espresso Cup", 2, new BigDecimal("29.99")),
						new OrderLine("PROD-042", "Moka Pot", 1, new BigDecimal("49.99"))),
				new ShippingAddress("123 Main St", "London", "EC1A 1BB"), NOW);
	}

	private enum Answer {

		PAID((order) -> order.pay(NOW)),

		RESERVED((order) -> order.reserve(NOW)),

		DECLINED((order) -> order.cancel(CancellationReason.PAYMENT_DECLINED, NOW)),

		REJECTED((order) -> order.cancel(CancellationReason.OUT_OF_STOCK, NOW)),

		CANCELLED_BY_CUSTOMER((order) -> order.cancel(CancellationReason.CUSTOMER_REQUEST, NOW)),

		REFUNDED((order) -> order.refund(NOW)),

		SHIPPED((order) -> order.ship(NOW));

		private final Consumer<Order> what;

		Answer(Consumer<Order> what) {
			this.what = what;
		}

	}

}
