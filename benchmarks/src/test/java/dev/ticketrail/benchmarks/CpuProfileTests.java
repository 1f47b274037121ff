package dev.ticketrail.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CpuProfileTests {

	@ParameterizedTest
	@CsvSource({ "org.springframework.web.servlet.DispatcherServlet, org.springframework.web",
			"org.postgresql.Driver, org.postgresql", "dev.ticketrail.order.placement.Placement, dev.ticketrail.order",
			"Main, ''" })
	void classBelongsToTheFirstNamesOfItsPackage(String type, String library) {
		assertThat(CpuProfile.library(type)).isEqualTo(library);
	}

	@Test
	void timeIsThatOfTheLibraryWhichUsesIt() throws Exception {
		CpuProfile profile = CpuProfile.begin(ProcessHandle.current().pid());
		long used = work();
		Map<String, Double> seconds = profile.end();

		assertThat(seconds.get("dev.ticketrail.benchmarks")).isBetween(used * 0.5e-9, used * 3e-9);
		assertThat(seconds).allSatisfy((part, time) -> assertThat(time).as(part).isNotNegative());
	}

	/** Uses a second of CPU time, in methods of the JDK too. */
	private static long work() {
		var threads = ManagementFactory.getThreadMXBean();
		long begin = threads.getCurrentThreadCpuTime();
		long used = 0;
		while (used < TimeUnit.SECONDS.toNanos(1)) {
			used = threads.getCurrentThreadCpuTime() - begin;
		}
		return used;
	}

}
