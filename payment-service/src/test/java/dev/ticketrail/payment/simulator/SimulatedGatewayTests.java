package dev.ticketrail.payment.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import dev.ticketrail.payment.PaymentGateway.Charge;
import dev.ticketrail.payment.PaymentGateway.ChargeResult;
import dev.ticketrail.payment.PaymentGateway.Charged;
import dev.ticketrail.payment.PaymentGateway.Declined;
import dev.ticketrail.payment.PaymentServiceTest;
import dev.ticketrail.payment.simulator.Behaviour.Mode;
import dev.ticketrail.payment.simulator.Ledger.Status;
import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RealInfrastructure(Broker.KAFKA)
class SimulatedGatewayTests extends PaymentServiceTest {

	private final String order = "ORD-" + UUID.randomUUID();

	@Autowired
	SimulatedGateway gateway;

	@Autowired
	Ledger ledger;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void fiftyParallelRequestsWithOneKeyChargeOnce() throws Exception {
		Set<ChargeResult> answers = new HashSet<>(atOnce(50, () -> this.gateway.charge(charge(this.order))));
		assertThat(answers).hasSize(1);
		assertThat(this.ledger.chargesOf(this.order)).singleElement().satisfies((charge) -> {
			assertThat(charge.idempotencyKey()).isEqualTo(this.order);
			assertThat(answers).containsExactly(new Charged(charge.chargeId()));
		});
	}

	@Test
	void fiftyParallelRefundsPayBackOnce() throws Exception {
		String chargeId = chargeId();
		assertThat(new HashSet<>(atOnce(50, () -> this.gateway.refund(this.order, chargeId)))).hasSize(1);
		assertThat(this.ledger.chargesOf(this.order)).singleElement()
			.satisfies((charge) -> assertThat(charge.status()).isEqualTo(Status.REFUNDED));
	}

	@Test
	void repeatedChargeOfARefundedOrderGivesTheSameAnswer() {
		String chargeId = chargeId();
		this.gateway.refund(this.order, chargeId);
		assertThat(chargeId()).isEqualTo(chargeId);
	}

	@Test
	void sameKeyWithAnotherAmountIsRefused() {
		chargeId();
		Charge other = new Charge(this.order, new BigDecimal("1.00"), "GBP", "pm_card_visa", Instant.now());
		assertThatExceptionOfType(UnprocessableEventException.class).isThrownBy(() -> this.gateway.charge(other))
			.withMessageContaining("another amount");
	}

	@Test
	void unknownChargeCannotBePaidBack() {
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> this.gateway.refund(this.order, "ch_unknown"));
	}

	@Test
	void declineIsRememberedAndIsNoCharge() {
		Charge declined = new Charge(this.order, BigDecimal.TEN, "GBP", "pm_card_chargeDeclined", Instant.now());
		assertThat(this.gateway.charge(declined)).isEqualTo(new Declined("card_declined"));
		assertThat(this.gateway.charge(declined)).isEqualTo(new Declined("card_declined"));
		assertThat(this.ledger.chargesOf(this.order)).isEmpty();
	}

	@Test
	void rollbackOfOursTakesNoChargeBack() {
		this.transaction.executeWithoutResult((status) -> {
			chargeId();
			status.setRollbackOnly();
		});
		assertThat(this.ledger.chargesOf(this.order)).hasSize(1);
	}

	@Test
	void failingGatewayBooksNothing() {
		this.ledger.behave(behaviour(Mode.FAIL, 0, 0));
		assertThatExceptionOfType(OutageException.class).isThrownBy(this::chargeId)
			.satisfies((ex) -> assertThat(ex.dependency()).isEqualTo("payment gateway"));
		assertThat(this.ledger.chargesOf(this.order)).isEmpty();
	}

	@Test
	void lostAnswerIsGivenToTheRepeat() {
		this.ledger.behave(behaviour(Mode.TIMEOUT_AFTER_CHARGE, 0, 0));
		assertThatExceptionOfType(OutageException.class).isThrownBy(this::chargeId);
		String booked = this.ledger.chargesOf(this.order).getFirst().chargeId();
		assertThat(chargeId()).isEqualTo(booked);
	}

	@Test
	void slowGatewayAnswersLate() {
		this.ledger.behave(behaviour(Mode.SLOW, 200, 0));
		long begin = System.nanoTime();
		chargeId();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
	}

	@Test
	void callerGivesUpOnAGatewayThatIsTooSlow() {
		SimulatedGateway impatient = new SimulatedGateway(this.ledger, Duration.ofMillis(50));
		this.ledger.behave(behaviour(Mode.SLOW, 60_000, 0));
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> impatient.charge(charge(this.order)));
		assertThat(this.ledger.chargesOf(this.order)).hasSize(1);
	}

	@Test
	void limitHoldsForNewChargesAndNotForRepeats() throws Exception {
		this.ledger.behave(behaviour(Mode.NORMAL, 0, 100));
		List<Charge> charges = IntStream.range(0, 50).mapToObj((i) -> charge(this.order + "-" + i)).toList();
		long begin = System.nanoTime();
		all(charges.stream().map((charge) -> (Callable<ChargeResult>) () -> this.gateway.charge(charge)).toList());
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(450));
		this.ledger.behave(behaviour(Mode.NORMAL, 0, 1));
		charges.forEach(this.gateway::charge);
	}

	@Test
	void callBeyondTheLimitIsRefusedInTheEnd() throws Exception {
		this.ledger.behave(behaviour(Mode.NORMAL, 0, 1));
		List<Boolean> booked = atOnce(10, () -> {
			try {
				return this.gateway.charge(charge("ORD-" + UUID.randomUUID())) instanceof Charged;
			}
			catch (OutageException ex) {
				return false;
			}
		});
		assertThat(booked).contains(true, false);
	}

	@Test
	void batchOfTwoHundredIsChargedInAFewStatements() throws Exception {
		List<Callable<ChargeResult>> calls = new ArrayList<>();
		IntStream.range(0, 200).forEach((i) -> calls.add(() -> this.gateway.charge(charge(this.order + "-" + i))));
		assertThat(all(calls)).doesNotHaveDuplicates().hasSize(200);
		assertThat(this.jdbc.sql("select count(*) from gateway.charge where order_id like ?")
			.param(this.order + "-%")
			.query(Integer.class)
			.single()).isEqualTo(200);
		assertThat(this.jdbc.sql("select count(distinct xmin::text) from gateway.charge where order_id like ?")
			.param(this.order + "-%")
			.query(Integer.class)
			.single()).isLessThan(100);
	}

	private String chargeId() {
		return Objects.requireNonNull(((Charged) this.gateway.charge(charge(this.order))).chargeId());
	}

	private static Charge charge(String orderId) {
		return new Charge(orderId, new BigDecimal("59.98"), "GBP", "pm_card_visa", Instant.now());
	}

	private static Behaviour behaviour(Mode mode, @Nullable Integer delayMillis, @Nullable Integer ratePerSecond) {
		return new Behaviour(mode, delayMillis, ratePerSecond);
	}

	private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
		return all(IntStream.range(0, times).mapToObj((i) -> call).toList());
	}

	private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
		List<T> answers = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<T> call : threads.invokeAll(calls)) {
				answers.add(call.get());
			}
		}
		return answers;
	}

}
