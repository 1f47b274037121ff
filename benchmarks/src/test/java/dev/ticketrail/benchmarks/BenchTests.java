package dev.ticketrail.benchmarks;

import dev.ticketrail.launcher.BrokerType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTests {

	/** A run in which anything is lost or done twice fails. */
	@ParameterizedTest
	@EnumSource
	void relayLosesNothingAndDoesNothingTwice(BrokerType broker) throws Exception {
		assertThat(Scenario.RELAY.measure(broker, 3000)).extracting(Figure::value).allMatch((rate) -> rate > 0);
	}

}
