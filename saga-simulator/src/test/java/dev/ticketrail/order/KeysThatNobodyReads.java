package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;

import dev.ticketrail.simulator.memory.Database;

import org.springframework.context.annotation.Primary;

/** Planted: a repeated request is a new order. */
@Primary
public class KeysThatNobodyReads extends MemoryIdempotencyKeys {

	KeysThatNobodyReads(Database database, InstantSource clock) {
		super(database, clock);
	}

	@Override
	String claim(String key, NewOrder request, String orderId, Instant now) {
		return orderId;
	}

}
