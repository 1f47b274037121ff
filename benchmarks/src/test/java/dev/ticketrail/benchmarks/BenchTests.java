package dev.ticketrail.benchmarks;

import dev.ticketrail.launcher.BrokerType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTests {

	@ParameterizedTest
	@EnumSource
	void benchmarkLosesNothingAndDoesNothingTwice(BrokerType broker) throws Exception {
		assertThat(Bench.run(broker, 3000)).startsWith("3000 events: relay ").endsWith("lost 0, twice 0");
	}

}
