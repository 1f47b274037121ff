package dev.ticketrail.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.ticketrail.order.OrderDesk;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Crash;
import dev.ticketrail.simulator.network.Fault;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionException;

/**
 * Wants one order. Some register first, some are declined, some want what is short, some
 * press the button twice, some change their mind. All of them repeat a request, with its
 * key, until it is answered.
 */
final class Customer {

	private final String name;

	private final boolean registers;

	private final boolean changesMind;

	private final Map<String, Integer> basket = new TreeMap<>();

	private final String card;

	private int repeats;

	private @Nullable String userId;

	private @Nullable String orderId;

	private boolean done;

	Customer(String name, Chance chance) {
		this.name = name;
		this.registers = chance.below(4) == 0;
		this.changesMind = chance.below(3) == 0;
		this.card = (chance.below(5) == 0) ? "pm_card_chargeDeclined" : "pm_card_visa";
		this.repeats = chance.below(3);
		this.basket.put(chance.oneOf(List.of("PLENTY", "PLENTY", "SCARCE", "SCARCE", "GONE")), 1 + chance.below(3));
		this.basket.put("PLENTY", 1 + chance.below(2));
	}

	boolean isDone() {
		return this.done;
	}

	/** Makes the next request, and learns its answer or not. */
	void act(OrderDesk desk, Chance chance) {
		try {
			request(desk, chance.hits(Fault.ANSWER_LOST));
		}
		catch (Crash | TransactionException _) {
			// no answer, or 503: once more
		}
	}

	private void request(OrderDesk desk, boolean answerLost) {
		if (this.registers && this.userId == null) {
			this.userId = desk.register(this.name);
		}
		else if (this.orderId == null || this.repeats > 0) {
			String answer = place(desk);
			if (!answerLost) {
				this.repeats -= (this.orderId != null) ? 1 : 0;
				this.orderId = answer;
			}
		}
		else {
			if (this.changesMind) {
				desk.cancel(this.orderId);
			}
			this.done = !answerLost;
		}
	}

	private String place(OrderDesk desk) {
		return (this.userId != null) ? desk.placeKnown(this.name, this.userId, this.basket, this.card)
				: desk.place(this.name, this.basket, this.card);
	}

}
