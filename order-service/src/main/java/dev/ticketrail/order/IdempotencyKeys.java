package dev.ticketrail.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

/**
 * Which order answered which {@code Idempotency-Key}. The database decides: the first to
 * insert a key owns it, and whoever comes while that transaction is open waits for its
 * outcome, but not for long.
 * <p>
 * Not promised: that a key is remembered for ever
 * ({@link OrderSettings#idempotencyKeysKept()}).
 */
@Repository
class IdempotencyKeys {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final OrderSettings settings;

	private final InstantSource clock;

	IdempotencyKeys(JdbcClient jdbc, JsonMapper json, OrderSettings settings, InstantSource clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes the keys of requests, those that are free.
	 * @return for each claim's order id the id of the order that owns the key, which is
	 * the same or that of an equal request before
	 * @throws OrderRefusedException where a key belongs to another request
	 * @throws CannotAcquireLockException where another instance is about to take a key,
	 * and does not come to an end
	 */
	@Transactional
	Map<String, String> claim(List<Claim> claims, Instant now) {
		if (claims.isEmpty()) {
			return Map.of();
		}
		doNotWaitLong();
		List<Owner> wanted = claims.stream()
			.map((claim) -> new Owner(claim.key(), hash(claim.request()), claim.orderId()))
			.toList();
		Set<String> taken = insert(wanted, now);
		List<Owner> late = wanted.stream().filter((claim) -> !taken.contains(claim.orderId())).toList();
		Map<String, Owner> owners = late.isEmpty() ? Map.of() : find(late);
		return wanted.stream()
			.collect(toMap(Owner::orderId, (claim) -> taken.contains(claim.orderId()) ? claim.orderId()
					: owner(claim, requireNonNull(owners.get(claim.key())))));
	}

	private static String owner(Owner claim, Owner first) {
		if (!MessageDigest.isEqual(first.requestHash(), claim.requestHash())) {
			throw new OrderRefusedException(
					"This Idempotency-Key was used for an order with another content; use a new key for a new order");
		}
		return first.orderId();
	}

	/**
	 * In the order of keys, so that two instances never wait for each other in a circle;
	 * of equal ones the first request gets it.
	 */
	private Set<String> insert(List<Owner> claims, Instant now) {
		try {
			return Set.copyOf(this.jdbc.sql("""
					insert into idempotency_key (key, request_hash, order_id, claimed_at)
					select key, request_hash, order_id, ?
					  from unnest(?::text[], ?::bytea[], ?::text[]) with ordinality
					       as wanted (key, request_hash, order_id, position)
					 order by key, position
					on conflict do nothing
					returning order_id""")
				.params(now.atOffset(ZoneOffset.UTC), keys(claims),
						claims.stream().map(Owner::requestHash).toArray(byte[][]::new),
						claims.stream().map(Owner::orderId).toArray(String[]::new))
				.query(String.class)
				.list());
		}
		catch (UncategorizedSQLException ex) {
			throw isLockTimeout(ex.getSQLException())
					? new CannotAcquireLockException("Another instance is about to take a key", ex) : ex;
		}
	}

	private Map<String, Owner> find(List<Owner> claims) {
		return this.jdbc.sql("select key, request_hash, order_id from idempotency_key where key = any(?)")
			.param(keys(claims))
			.query((row, _) -> new Owner(row.getString("key"), row.getBytes("request_hash"), row.getString("order_id")))
			.list()
			.stream()
			.collect(toMap(Owner::key, Function.identity()));
	}

	private static String[] keys(List<Owner> claims) {
		return claims.stream().map(Owner::key).toArray(String[]::new);
	}

	/** Spring has no name for this one of PostgreSQL's. */
	private static boolean isLockTimeout(@Nullable SQLException ex) {
		return ex != null && "55P03".equals(ex.getSQLState());
	}

	/** For the transaction that is open: it gives up what it cannot lock soon. */
	private void doNotWaitLong() {
		this.jdbc.sql("set local lock_timeout = '500ms'").update();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetOldOnes() {
		Instant limit = this.clock.instant().minus(this.settings.idempotencyKeysKept());
		this.jdbc.sql("delete from idempotency_key where claimed_at < ?")
			.param(limit.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Of the request as we understood it, so that spaces and unknown fields do not count.
	 */
	private byte[] hash(NewOrder request) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.json.writeValueAsBytes(request));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * What a request asks for.
	 *
	 * @param orderId of the order that it becomes, if the key is free
	 */
	record Claim(String key, NewOrder request, String orderId) {

	}

	private record Owner(String key, byte[] requestHash, String orderId) {

	}

}
