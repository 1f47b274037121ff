package dev.ticketrail.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;

/** Stands in for the table {@code idempotency_key}: who inserts a key owns it. */
class MemoryIdempotencyKeys extends IdempotencyKeys {

	private final Table<Claim> rows;

	MemoryIdempotencyKeys(Database database, InstantSource clock) {
		super(null, Wire.JSON, new OrderSettings(Duration.ofMinutes(10), Duration.ofDays(1), 1), clock);
		this.rows = database.table(Claim.class, Claim::key);
	}

	@Override
	String claim(String key, NewOrder request, String orderId, Instant now) {
		this.rows.insert(new Claim(key, request, orderId));
		Claim first = this.rows.find(key).orElseThrow();
		if (!first.request().equals(request)) {
			throw new OrderRefusedException("This Idempotency-Key was used for an order with another content");
		}
		return first.orderId();
	}

	private record Claim(String key, NewOrder request, String orderId) {

	}

}
