package dev.ticketrail.simulator.network;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * All that is left to chance, and decided by a seed. Each seed makes another day: faults
 * that are frequent in one never happen in the next.
 */
public final class Chance {

	private static final double[] RATES = { 0, 0, 0.02, 0.1, 0.3 };

	private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);

	private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

	private SplittableRandom random = new SplittableRandom(0);

	private boolean calm;

	/** Begins the day that a seed describes. */
	public void begin(long seed) {
		this.random = new SplittableRandom(seed);
		this.calm = false;
		for (Fault fault : Fault.values()) {
			this.rates.put(fault, RATES[below(RATES.length)]);
		}
	}

	/** From now on nothing goes wrong. */
	public void calmDown() {
		this.calm = true;
	}

	public boolean hits(Fault fault) {
		boolean hit = !this.calm && this.random.nextDouble() < this.rates.getOrDefault(fault, 0.0);
		if (hit) {
			this.faults.merge(fault, 1L, Long::sum);
		}
		return hit;
	}

	/** A number from zero, and below the bound. */
	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	public <T> T oneOf(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	/** How often each fault has happened, over all days. */
	public Map<Fault, Long> faults() {
		return this.faults;
	}

}
