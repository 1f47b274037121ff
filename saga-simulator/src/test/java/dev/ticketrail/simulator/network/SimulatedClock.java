package dev.ticketrail.simulator.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of all services. It moves when it is told to. */
public final class SimulatedClock implements InstantSource {

	private static final Instant MORNING = Instant.parse("2026-01-15T08:00:00Z");

	private Instant now = MORNING;

	@Override
	public Instant instant() {
		return this.now;
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	public void rewind() {
		this.now = MORNING;
	}

}
