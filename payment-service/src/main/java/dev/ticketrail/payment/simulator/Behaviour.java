package dev.ticketrail.payment.simulator;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated gateway behaves.
 *
 * @param delayMillis how long an answer takes; counts in the modes {@code SLOW}, where it
 * is a second if not given, and {@code TIMEOUT_AFTER_CHARGE}
 * @param ratePerSecond how many new charges and refunds it accepts a second; 0 or absent:
 * no limit. A repeat of a known key does not count.
 */
public record Behaviour(@NotNull(message = "must be NORMAL, SLOW, FAIL or TIMEOUT_AFTER_CHARGE") Mode mode,
		@Nullable @Min(0) @Max(600_000) Integer delayMillis, @Nullable @Min(0) @Max(1_000_000) Integer ratePerSecond) {

	static final Behaviour NORMAL = new Behaviour(Mode.NORMAL, 0, 0);

	Duration delay() {
		return switch (this.mode) {
			case NORMAL, FAIL -> Duration.ZERO;
			case SLOW -> Duration.ofMillis((this.delayMillis != null) ? this.delayMillis : 1000);
			case TIMEOUT_AFTER_CHARGE -> Duration.ofMillis((this.delayMillis != null) ? this.delayMillis : 0);
		};
	}

	int limit() {
		return (this.ratePerSecond != null) ? this.ratePerSecond : 0;
	}

	public enum Mode {

		/** Answers at once. */
		NORMAL,

		/** Answers after a delay. */
		SLOW,

		/** Answers every call with an error of its own (5xx), and books nothing. */
		FAIL,

		/** Books what is new, and then the answer gets lost; a repeat is answered. */
		TIMEOUT_AFTER_CHARGE

	}

}
