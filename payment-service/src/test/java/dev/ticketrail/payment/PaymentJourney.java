package dev.ticketrail.payment;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service does with orders, the same on both brokers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PaymentJourney extends PaymentServiceTest {

	private TestBroker.Tap completed;

	private TestBroker.Tap failed;

	private TestBroker.Tap refunded;

	@BeforeAll
	void listen() {
		this.completed = this.broker.tap(PaymentCompleted.TYPE);
		this.failed = this.broker.tap(PaymentFailed.TYPE);
		this.refunded = this.broker.tap(PaymentRefunded.TYPE);
	}

	@AfterAll
	void stopListening() {
		Stream.of(this.completed, this.failed, this.refunded).forEach(TestBroker.Tap::close);
	}

	@Test
	void placedOrderIsChargedAndSaysSo() {
		OrderPlaced order = Orders.placed();
		place(order);
		awaitStatus(order, "CHARGED");
		JsonNode event = awaitOne(order, this.completed);
		assertThat(event.path("amount").decimalValue()).isEqualTo("59.98");
		assertThat(event.path("currency").asString()).isEqualTo("GBP");
		JsonNode charges = getAsOperator("/gateway/charges?orderId={id}", order.orderId()).getBody();
		assertThat(charges).singleElement().satisfies((charge) -> {
			assertThat(charge.path("chargeId")).isEqualTo(event.path("chargeId"));
			assertThat(charge.path("idempotencyKey").asString()).isEqualTo(order.orderId());
			assertThat(charge.path("status").asString()).isEqualTo("CHARGED");
			assertThat(charge.path("amount").decimalValue()).isEqualTo("59.98");
		});
	}

	@Test
	void eventDeliveredAHundredTimesIsChargedOnce() {
		OrderPlaced order = Orders.placed();
		byte[] event = Envelopes.json(OrderPlaced.TYPE, order);
		for (int i = 0; i < 100; i++) {
			this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
		}
		awaitAllPlaced(order.orderId());
		assertThat(booked(order.orderId())).hasSize(1);
		awaitOne(order, this.completed);
	}

	@Test
	void oldEventChargesNothingWhenTheInboxHasForgottenIt() {
		OrderPlaced order = Orders.placed();
		byte[] event = Envelopes.json(OrderPlaced.TYPE, order);
		this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
		awaitStatus(order, "CHARGED");
		this.jdbc.sql("delete from processed_event").update();
		this.broker.publish(OrderPlaced.TYPE, order.orderId(), event);
		awaitAllPlaced(order.orderId());
		assertThat(booked(order.orderId())).hasSize(1);
		awaitOne(order, this.completed);
	}

	@Test
	void declinedCardIsABusinessAnswer() {
		OrderPlaced order = Orders.placed("pm_card_chargeDeclined");
		place(order);
		awaitStatus(order, "DECLINED");
		assertThat(awaitOne(order, this.failed).path("reason").asString()).isEqualTo("card_declined");
		assertThat(getAsOperator("/gateway/charges?orderId={id}", order.orderId()).getBody()).isEmpty();
		cancel(order);
		awaitAllCancelled(order.orderId());
		assertThat(status(order.orderId())).isEqualTo("DECLINED");
		assertThat(about(order.orderId(), this.refunded)).isEmpty();
	}

	@Test
	void unknownCardIsDeclined() {
		OrderPlaced order = Orders.placed("pm_card_of_nobody");
		place(order);
		assertThat(awaitOne(order, this.failed).path("reason").asString()).isEqualTo("unknown_payment_method");
	}

	@Test
	void cancelledOrderIsPaidBackOnceHoweverOftenItIsCancelled() {
		OrderPlaced order = Orders.placed();
		place(order);
		awaitStatus(order, "CHARGED");
		for (int i = 0; i < 20; i++) {
			cancel(order);
		}
		awaitStatus(order, "REFUNDED");
		awaitAllCancelled(order.orderId());
		JsonNode event = awaitOne(order, this.refunded);
		assertThat(event.path("customer").path("email").asString()).isEqualTo("ada@example.com");
		assertThat(event.path("amount").decimalValue()).isEqualTo("59.98");
		assertThat(event.path("reason").asString()).isEqualTo("OUT_OF_STOCK");
		assertThat(booked(order.orderId())).singleElement()
			.satisfies((charge) -> assertThat(charge).containsEntry("status", "REFUNDED"));
	}

	/** Somebody pays it back by hand, under a key of his own, and then that is undone. */
	@Test
	void refundThatIsRefusedIsADeadLetterAndItsRedriveCompletesIt() {
		OrderPlaced order = Orders.placed();
		place(order);
		awaitStatus(order, "CHARGED");
		book(order, "REFUNDED", "by hand");
		cancel(order);
		await().untilAsserted(() -> assertThat(deadLetters(List.of(order))).isOne());
		assertThat(status(order.orderId())).isEqualTo("CHARGED");
		book(order, "CHARGED", null);
		String letter = this.jdbc.sql("select id::text from dead_letter where message_key = ?")
			.param(order.orderId())
			.query(String.class)
			.single();
		assertThat(redrive(letter).getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(status(order.orderId())).isEqualTo("REFUNDED");
		awaitOne(order, this.refunded);
		assertThat(redrive(letter).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(booked(order.orderId())).singleElement()
			.satisfies((charge) -> assertThat(charge).containsEntry("status", "REFUNDED"));
	}

	private void book(OrderPlaced order, String status, @Nullable String refund) {
		this.jdbc.sql("update gateway.charge set status = ?, refund_key = ?, refund_id = ? where order_id = ?")
			.params(Arrays.asList(status, refund, refund, order.orderId()))
			.update();
	}

	@Test
	void orderThatIsCancelledFirstIsNeverCharged() {
		OrderPlaced order = Orders.placed();
		cancel(order);
		awaitStatus(order, "VOIDED");
		place(order);
		awaitAllPlaced(order.orderId());
		assertThat(status(order.orderId())).isEqualTo("VOIDED");
		assertThat(booked(order.orderId())).isEmpty();
		assertThat(about(order.orderId(), this.completed)).isEmpty();
	}

	@Test
	void ordersThatAreCancelledWhileTheyArePaidKeepNoMoney() {
		behave("{\"mode\": \"SLOW\", \"delayMillis\": 30}");
		List<OrderPlaced> orders = Stream.generate(Orders::placed).limit(60).toList();
		for (OrderPlaced order : orders) {
			place(order);
			cancel(order);
		}
		for (OrderPlaced order : orders) {
			await().untilAsserted(() -> assertThat(status(order.orderId())).isIn("REFUNDED", "VOIDED"));
			int charges = booked(order.orderId()).size();
			assertThat(charges).isEqualTo(status(order.orderId()).equals("REFUNDED") ? 1 : 0);
			await().untilAsserted(() -> {
				assertThat(about(order.orderId(), this.completed)).hasSize(charges);
				assertThat(about(order.orderId(), this.refunded)).hasSize(charges);
			});
			assertThat(booked(order.orderId()))
				.allSatisfy((charge) -> assertThat(charge).containsEntry("status", "REFUNDED"));
		}
		assertThat(deadLetters(orders)).isZero();
	}

	@Test
	void orderThatIsCancelledWhileTheGatewayIsDownIsChargedAndPaidBack() {
		behave("{\"mode\": \"FAIL\"}");
		OrderPlaced order = Orders.placed();
		place(order);
		awaitStatus(order, "CHARGING");
		cancel(order);
		awaitStatus(order, "CANCELLING");
		behave("{\"mode\": \"NORMAL\"}");
		awaitStatus(order, "REFUNDED");
		awaitOne(order, this.completed);
		assertThat(awaitOne(order, this.refunded).path("reason").asString()).isEqualTo("OUT_OF_STOCK");
	}

	@Test
	void ordersWaitWhileTheGatewayIsDownAndNoneBecomesADeadLetter() {
		behave("{\"mode\": \"FAIL\"}");
		List<OrderPlaced> orders = Stream.generate(Orders::placed).limit(20).toList();
		orders.forEach(this::place);
		await().until(() -> orders.stream().anyMatch((order) -> status(order.orderId()).equals("CHARGING")));
		await()
			.untilAsserted(() -> assertThat(get("/actuator/health").getBody().toString()).contains("payment gateway"));
		assertThat(get("/actuator/health/liveness").getBody().path("status").asString()).isEqualTo("UP");
		behave("{\"mode\": \"NORMAL\"}");
		orders.forEach((order) -> awaitStatus(order, "CHARGED"));
		orders.forEach((order) -> awaitOne(order, this.completed));
		assertThat(deadLetters(orders)).isZero();
	}

	@Test
	void chargeWhoseAnswerIsLostIsMadeOnce() {
		behave("{\"mode\": \"TIMEOUT_AFTER_CHARGE\", \"delayMillis\": 100}");
		OrderPlaced order = Orders.placed();
		place(order);
		awaitStatus(order, "CHARGED");
		assertThat(booked(order.orderId())).hasSize(1);
		cancel(order);
		awaitStatus(order, "REFUNDED");
		assertThat(booked(order.orderId())).hasSize(1);
		awaitOne(order, this.completed);
		awaitOne(order, this.refunded);
	}

	@Test
	void gatewaysLimitIsMetWithoutLoss() {
		behave("{\"mode\": \"NORMAL\", \"ratePerSecond\": 40}");
		List<OrderPlaced> orders = Stream.generate(Orders::placed).limit(60).toList();
		orders.forEach(this::place);
		orders.forEach((order) -> awaitStatus(order, "CHARGED"));
		orders.forEach((order) -> assertThat(booked(order.orderId())).hasSize(1));
		assertThat(deadLetters(orders)).isZero();
	}

	@Test
	void unknownOrderIsAProblem() {
		var answer = get("/payments/ORD-UNKNOWN");
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
		assertThat(answer.getBody().path("detail").asString()).isNotBlank();
	}

	@Test
	void gatewaysDeskIsTheOperators() {
		assertThat(get("/gateway/charges?orderId=ORD-1").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(behaveWithoutLogin("{\"mode\": \"FAIL\"}").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(getAsOperator("/gateway/charges").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"mode\": \"FAST\"}", "{\"mode\": \"SLOW\", \"delayMillis\": -1}",
			"{\"mode\": \"SLOW\", \"delayMillis\": 1e9}", "{\"mode\": \"NORMAL\", \"ratePerSecond\": -5}", "[]",
			"nonsense" })
	void senselessBehaviourIsRefused(String behaviour) {
		var answer = behave(behaviour);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
		assertThat(answer.getBody().path("detail").asString()).isNotBlank();
	}

	private void place(OrderPlaced order) {
		this.broker.publish(OrderPlaced.TYPE, order.orderId(), Envelopes.json(OrderPlaced.TYPE, order));
	}

	private void cancel(OrderPlaced order) {
		this.broker.publish(OrderCancelled.TYPE, order.orderId(),
				Envelopes.json(OrderCancelled.TYPE, Orders.cancelled(order)));
	}

	private void awaitStatus(OrderPlaced order, String status) {
		await().untilAsserted(() -> assertThat(status(order.orderId())).isEqualTo(status));
	}

	private JsonNode awaitOne(OrderPlaced order, TestBroker.Tap tap) {
		await().untilAsserted(() -> assertThat(about(order.orderId(), tap)).isNotEmpty());
		assertThat(about(order.orderId(), tap)).hasSize(1);
		return about(order.orderId(), tap).getFirst();
	}

	/**
	 * Sends another order behind the others with this key, and waits until it is paid.
	 */
	private void awaitAllPlaced(String key) {
		OrderPlaced last = Orders.placed();
		this.broker.publish(OrderPlaced.TYPE, key, Envelopes.json(UUID.randomUUID(), OrderPlaced.TYPE, last));
		awaitStatus(last, "CHARGED");
	}

	private void awaitAllCancelled(String key) {
		OrderPlaced last = Orders.placed();
		this.broker.publish(OrderCancelled.TYPE, key, Envelopes.json(OrderCancelled.TYPE, Orders.cancelled(last)));
		awaitStatus(last, "VOIDED");
	}

	private long deadLetters(List<OrderPlaced> orders) {
		return this.jdbc.sql("select count(*) from dead_letter where message_key = any(?)")
			.param(orders.stream().map(OrderPlaced::orderId).toArray(String[]::new))
			.query(Long.class)
			.single();
	}

}
