package dev.ticketrail.messaging;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTests {

	@Test
	void linesCarryTheirOwnTraceAndTheNextOnesTheOuterAgain() {
		TraceParent outer = TraceParent.create();
		TraceParent inner = TraceParent.create();

		outer.whileLogging(() -> {
			inner.whileLogging(() -> assertThat(MDC.get("traceId")).isEqualTo(inner.traceId()));
			assertThat(MDC.get("traceId")).isEqualTo(outer.traceId());
		});

		assertThat(MDC.get("traceId")).isNull();
	}

}
