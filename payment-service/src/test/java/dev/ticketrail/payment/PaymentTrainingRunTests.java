package dev.ticketrail.payment;

import dev.ticketrail.defaults.TrainingRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * An image is built where there is no database, and this service, which has two of them,
 * must not ask for one.
 */
class PaymentTrainingRunTests {

	@ParameterizedTest
	@ValueSource(strings = { "rabbit", "kafka" })
	void needsNoServer(String broker) {
		assertThatCode(() -> TrainingRun.train(PaymentServiceApplication.class, broker)).doesNotThrowAnyException();
	}

}
