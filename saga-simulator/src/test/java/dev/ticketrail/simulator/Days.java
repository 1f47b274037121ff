package dev.ticketrail.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import dev.ticketrail.simulator.network.Fault;
import dev.ticketrail.testing.invariants.Facts;
import dev.ticketrail.testing.invariants.Invariants;
import dev.ticketrail.testing.invariants.Violation;

/** Many days, each with a seed of its own, on two threads with a shop each. */
final class Days {

	private static final int THREADS = 2;

	private final AtomicLong next;

	private final long first;

	private final long last;

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final Map<String, Long> ends = new ConcurrentHashMap<>();

	private final Map<Fault, Long> faults = new ConcurrentHashMap<>();

	private double seconds;

	private Days(long first, long last) {
		this.next = new AtomicLong(first);
		this.first = first;
		this.last = last;
	}

	static Days only(long seed) {
		return new Days(seed, seed);
	}

	static Days until(long lastSeed) {
		return new Days(1, lastSeed);
	}

	void run() throws InterruptedException {
		long begin = System.nanoTime();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			threads.add(Thread.ofPlatform().start(this::runSome));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		this.seconds = (System.nanoTime() - begin) / 1e9;
	}

	private void runSome() {
		SimulatedShop shop = new SimulatedShop(null);
		for (long seed = this.next.getAndIncrement(); seed <= this.last; seed = this.next.getAndIncrement()) {
			run(shop, seed);
		}
		shop.chance().faults().forEach((fault, times) -> this.faults.merge(fault, times, Long::sum));
	}

	private void run(SimulatedShop shop, long seed) {
		try {
			Facts facts = Day.facts(shop, seed);
			facts.orders().forEach((order) -> this.ends.merge(order.status(), 1L, Long::sum));
			List<Violation> violations = Invariants.violations(facts);
			if (!violations.isEmpty()) {
				fail(seed, violations.toString());
			}
		}
		catch (RuntimeException | Error ex) {
			fail(seed, ex + " at " + ex.getStackTrace()[0]);
		}
	}

	private void fail(long seed, String what) {
		this.failures.add("mvn test -pl saga-simulator -am -Dtest=SagaSimulatorTests "
				+ "-Dsurefire.failIfNoSpecifiedTests=false -Dsaga.seed=" + seed + "\n" + what + "\n");
	}

	/** What is wrong, and how to see it again. */
	Queue<String> failures() {
		return this.failures;
	}

	/** How many orders came to which end. */
	Map<String, Long> ends() {
		return new TreeMap<>(this.ends);
	}

	/** How often what went wrong. */
	Map<Fault, Long> faults() {
		return new TreeMap<>(this.faults);
	}

	@Override
	public String toString() {
		return "Saga simulator: %d seeds in %.1f s, orders %s, faults %s".formatted(this.last - this.first + 1,
				this.seconds, ends(), faults());
	}

}
