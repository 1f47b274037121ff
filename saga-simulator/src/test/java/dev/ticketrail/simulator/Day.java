package dev.ticketrail.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Fault;
import dev.ticketrail.testing.invariants.Facts;

/**
 * One run: customers come, and one of all the things that could happen next happens,
 * until nothing can happen any more. After a while nothing goes wrong any more, so that
 * the shop can come to rest.
 */
final class Day {

	private static final int MOST_STEPS = 5000;

	private static final List<String> TOPICS = List.of("order.placed", "order.cancelled", "payment.completed",
			"inventory.rejected", "order.confirmed", "order.shipped");

	private final SimulatedShop shop;

	private final Chance chance;

	private final List<Customer> customers = new ArrayList<>();

	private boolean waiting;

	private int steps;

	private Day(SimulatedShop shop, long seed) {
		this.shop = shop;
		this.chance = shop.chance();
		shop.begin(seed);
		shop.meanwhile(this::meanwhile);
		int customers = 2 + this.chance.below(6);
		for (int i = 1; i <= customers; i++) {
			this.customers.add(new Customer("customer-" + i, this.chance));
		}
	}

	/** Runs the day of a seed, and says what is known at its end. */
	static Facts facts(SimulatedShop shop, long seed) {
		new Day(shop, seed).run();
		return shop.facts();
	}

	private void run() {
		if (this.chance.below(4) == 0) {
			this.shop.strays("stray", this.chance.oneOf(TOPICS));
		}
		int storm = 50 + this.chance.below(400);
		while (!isOver() && this.steps < MOST_STEPS) {
			step();
			if (this.steps >= storm) {
				this.chance.calmDown();
			}
		}
	}

	private boolean isOver() {
		if (!this.customers.stream().allMatch(Customer::isDone) || !this.shop.broker().isIdle()) {
			return false;
		}
		for (SimulatedService service : this.shop.services()) {
			if (!service.outbox().isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private void step() {
		this.steps++;
		this.shop.clock().pass(Duration.ofMillis(1 + this.chance.below(100)));
		Map<Runnable, Integer> actions = new LinkedHashMap<>();
		this.customers.stream()
			.filter((customer) -> !customer.isDone())
			.forEach((customer) -> actions.put(() -> customer.act(this.shop.orders(), this.chance), 3));
		for (SimulatedService service : this.shop.services()) {
			if (!service.outbox().isEmpty()) {
				actions.put(service.relay()::run, 6);
			}
			actions.put(() -> forget(service), 1);
		}
		this.shop.broker().offer(actions);
		oneOf(actions).run();
	}

	private void forget(SimulatedService service) {
		if (this.chance.hits(Fault.INBOX_FORGETS)) {
			service.inbox().forget();
		}
	}

	private Runnable oneOf(Map<Runnable, Integer> actions) {
		int turn = this.chance.below(actions.values().stream().mapToInt(Integer::intValue).sum());
		for (Map.Entry<Runnable, Integer> action : actions.entrySet()) {
			turn -= action.getValue();
			if (turn < 0) {
				return action.getKey();
			}
		}
		throw new IllegalStateException("Nothing can happen");
	}

	/** Somebody waits for the payment gateway, outside of any transaction. */
	private void meanwhile() {
		if (!this.waiting) {
			this.waiting = true;
			try {
				for (int i = this.chance.below(12); i >= 0; i--) {
					step();
				}
			}
			finally {
				this.waiting = false;
			}
		}
	}

}
