package dev.ticketrail.simulator.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.messaging.Subscription;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.inbox.EventListener;

/**
 * What one group hears of one topic. Messages with the same key come in the order in
 * which they were stored; among different keys there is no order. What is not
 * acknowledged comes again, and what is can come again.
 */
final class GroupQueue {

	private static final int LARGEST_BATCH = 4;

	private final Subscription subscription;

	private final EventListener listener;

	private final Map<String, Log> logs = new LinkedHashMap<>();

	private int slowness;

	GroupQueue(Subscription subscription, EventListener listener) {
		this.subscription = subscription;
		this.listener = listener;
	}

	Subscription subscription() {
		return this.subscription;
	}

	EventListener listener() {
		return this.listener;
	}

	/** How far behind the others this group is on the day that begins. */
	void begin(Chance chance) {
		this.logs.clear();
		this.slowness = new int[] { 1, 3, 12 }[chance.below(3)];
	}

	void store(Delivery delivery) {
		this.logs.computeIfAbsent(String.valueOf(delivery.key()), (_) -> new Log()).messages.add(delivery);
	}

	boolean isPending() {
		return this.logs.values().stream().anyMatch(Log::isPending);
	}

	/** How many turns the group gets among all that can happen next. */
	int weight() {
		return 12 / this.slowness;
	}

	/** Some of what is pending, in an order that only keeps that of each key. */
	Batch take(Chance chance) {
		List<Log> pending = new ArrayList<>(this.logs.values().stream().filter(Log::isPending).toList());
		Batch batch = new Batch();
		int wanted = 1 + chance.below(LARGEST_BATCH);
		while (batch.deliveries.size() < wanted && !pending.isEmpty()) {
			Log log = chance.oneOf(pending);
			int next = Math.max(log.next, batch.ends.getOrDefault(log, 0));
			batch.deliveries.add(log.messages.get(next));
			batch.ends.put(log, next + 1);
			if (next + 1 == log.messages.size()) {
				pending.remove(log);
			}
		}
		return batch;
	}

	/** Goes back in one key's messages, so that the last of them come again. */
	void rewind(Chance chance) {
		List<Log> heard = this.logs.values().stream().filter((log) -> log.next > 0).toList();
		if (!heard.isEmpty()) {
			Log log = chance.oneOf(heard);
			log.next -= 1 + chance.below(log.next);
		}
	}

	private static final class Log {

		private final List<Delivery> messages = new ArrayList<>();

		private int next;

		private boolean isPending() {
			return this.next < this.messages.size();
		}

	}

	/** Deliveries that are in a listener's hands. */
	static final class Batch {

		private final List<Delivery> deliveries = new ArrayList<>();

		private final Map<Log, Integer> ends = new LinkedHashMap<>();

		List<Delivery> deliveries() {
			return this.deliveries;
		}

		void acknowledge() {
			this.ends.forEach((log, end) -> log.next = Math.max(log.next, end));
		}

	}

}
