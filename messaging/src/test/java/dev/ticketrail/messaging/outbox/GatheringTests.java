package dev.ticketrail.messaging.outbox;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTests {

	private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

	private final Gathering gathering = new Gathering(() -> NOW);

	@Test
	void eventThatIsInTimeHardlyWaits() {
		assertThat(this.gathering.after(1, NOW.minusMillis(10))).isEqualTo(Duration.ofMillis(9));
	}

	@Test
	void lateEventsWaitForOthersButNotLong() {
		assertThat(this.gathering.after(99, NOW.minusMillis(60))).isEqualTo(Duration.ofMillis(54));
		assertThat(this.gathering.after(1, NOW.minusSeconds(3600))).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void whoeverHasMuchToDoGoesOnAtOnce() {
		assertThat(this.gathering.after(100, NOW.minusSeconds(3600))).isZero();
	}

	@Test
	void eventOfAClockThatIsAheadDoesNotWait() {
		assertThat(this.gathering.after(1, NOW.plusSeconds(10))).isZero();
	}

}
