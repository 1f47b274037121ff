package dev.ticketrail.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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
	 * Takes a key for an order, if it is free.
	 * @return the id of the order that owns the key, which is the given one or that of an
	 * equal request before
	 * @throws OrderRefusedException where the key belongs to another request
	 * @throws CannotAcquireLockException where another instance is about to take the key,
	 * and does not come to an end
	 */
	@Transactional
	String claim(String key, NewOrder request, String orderId, Instant now) {
		byte[] hash = hash(request);
		int inserted = insert(key, hash, orderId, now);
		if (inserted == 1) {
			return orderId;
		}
		Claim first = this.jdbc.sql("select request_hash, order_id from idempotency_key where key = ?")
			.param(key)
			.query((row, _) -> new Claim(row.getBytes("request_hash"), row.getString("order_id")))
			.single();
		if (!MessageDigest.isEqual(first.requestHash(), hash)) {
			throw new OrderRefusedException(
					"This Idempotency-Key was used for an order with another content; use a new key for a new order");
		}
		return first.orderId();
	}

	private int insert(String key, byte[] hash, String orderId, Instant now) {
		try {
			return this.jdbc.sql("""
					insert into idempotency_key (key, request_hash, order_id, claimed_at) values (?, ?, ?, ?)
					on conflict do nothing
					""").params(key, hash, orderId, now.atOffset(ZoneOffset.UTC)).update();
		}
		catch (UncategorizedSQLException ex) {
			throw isLockTimeout(ex.getSQLException())
					? new CannotAcquireLockException("Another instance is about to take the key", ex) : ex;
		}
	}

	/** Spring has no name for this one of PostgreSQL's. */
	private static boolean isLockTimeout(@Nullable SQLException ex) {
		return ex != null && "55P03".equals(ex.getSQLState());
	}

	/** For the transaction that is open: it gives up what it cannot lock soon. */
	void doNotWaitLong() {
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

	private record Claim(byte[] requestHash, String orderId) {

	}

}
