package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.ticketrail.simulator.memory.Database;

import org.springframework.context.annotation.Primary;

/** Planted: a repeated request is a new order. */
@Primary
public class KeysThatNobodyReads extends MemoryIdempotencyKeys {

	KeysThatNobodyReads(Database database, InstantSource clock) {
		super(database, clock);
	}

	@Override
	Map<String, String> claim(List<Claim> claims, Instant now) {
		return Map.of();
	}

}
