package dev.ticketrail.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
	Map<String, String> claim(List<Claim> claims, Instant now) {
		return claims.stream().collect(Collectors.toMap(Claim::orderId, this::owner));
	}

	private String owner(Claim claim) {
		this.rows.insert(claim);
		Claim first = this.rows.find(claim.key()).orElseThrow();
		if (!first.request().equals(claim.request())) {
			throw new OrderRefusedException("This Idempotency-Key was used for an order with another content");
		}
		return first.orderId();
	}

}
