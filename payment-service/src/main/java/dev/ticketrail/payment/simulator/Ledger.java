package dev.ticketrail.payment.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.stream.Collectors.toMap;

/**
 * The simulated gateway's books. Every method is one or two statements, each a
 * transaction of its own; the unique idempotency key decides who comes first.
 */
public class Ledger {

	private static final String COLUMNS = "idempotency_key, charge_id, order_id, amount, currency, status, decline_code";

	private final JdbcClient jdbc;

	Ledger(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Books the charges whose keys are new.
	 * @return for each, in the same order, what is booked under its key: itself, or what
	 * came before it
	 */
	List<Charge> book(List<Charge> charges) {
		// in the order of keys, so that two of these never wait for each other in a
		// circle
		List<String> booked = this.jdbc.sql("insert into gateway.charge (" + COLUMNS + ") select " + COLUMNS + """
				 from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::text[])
					as asked (idempotency_key, charge_id, order_id, amount, currency, status, decline_code)
				order by idempotency_key
				on conflict (idempotency_key) do nothing
				returning charge_id""")
			.params(texts(charges, Charge::idempotencyKey), texts(charges, Charge::chargeId),
					texts(charges, Charge::orderId), charges.stream().map(Charge::amount).toArray(BigDecimal[]::new),
					texts(charges, Charge::currency), texts(charges, (charge) -> charge.status().name()),
					texts(charges, Charge::declineCode))
			.query(String.class)
			.list();
		if (booked.size() == charges.size()) {
			return charges;
		}
		Set<String> fresh = new HashSet<>(booked);
		Map<String, Charge> known = find(
				charges.stream().filter((charge) -> !fresh.contains(charge.chargeId())).toList());
		List<Charge> answers = new ArrayList<>();
		for (Charge charge : charges) {
			answers.add(fresh.contains(charge.chargeId()) ? charge
					: Objects.requireNonNull(known.get(charge.idempotencyKey())));
		}
		return answers;
	}

	private Map<String, Charge> find(List<Charge> charges) {
		return this.jdbc.sql("select " + COLUMNS + " from gateway.charge where idempotency_key = any(?)")
			.param(texts(charges, Charge::idempotencyKey))
			.query(Charge.class)
			.list()
			.stream()
			.collect(toMap(Charge::idempotencyKey, (charge) -> charge));
	}

	private static String[] texts(List<Charge> charges, Function<Charge, @Nullable String> field) {
		return charges.stream().map(field).toArray(String[]::new);
	}

	/**
	 * Pays a charge back, or finds that it was paid back under the same key.
	 * @return the refund's id, absent where there is no such charge or it was refunded
	 * under another key
	 */
	Optional<String> refund(String chargeId, String refundKey, String refundId) {
		return this.jdbc.sql("""
				update gateway.charge
				set status = 'REFUNDED', refund_key = ?, refund_id = coalesce(refund_id, ?)
				where charge_id = ? and (status = 'CHARGED' or refund_key = ?)
				returning refund_id""").params(refundKey, refundId, chargeId, refundKey).query(String.class).optional();
	}

	boolean knowsCharge(String key) {
		return this.jdbc.sql("select exists (select from gateway.charge where idempotency_key = ?)")
			.param(key)
			.query(Boolean.class)
			.single();
	}

	boolean knowsRefund(String chargeId, String refundKey) {
		return this.jdbc.sql("select exists (select from gateway.charge where charge_id = ? and refund_key = ?)")
			.params(chargeId, refundKey)
			.query(Boolean.class)
			.single();
	}

	/** The charges of an order, without the declined ones. */
	public List<Charge> chargesOf(String orderId) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ " from gateway.charge where order_id = ? and status <> 'DECLINED' order by booked_at, charge_id")
			.param(orderId)
			.query(Charge.class)
			.list();
	}

	public Behaviour behaviour() {
		return this.jdbc.sql("select mode, delay_millis, rate_per_second from gateway.behaviour")
			.query(Behaviour.class)
			.single();
	}

	public void behave(Behaviour behaviour) {
		this.jdbc.sql("update gateway.behaviour set mode = ?, delay_millis = ?, rate_per_second = ?, next_slot = now()")
			.params(behaviour.mode().name(), behaviour.delay().toMillis(), behaviour.limit())
			.update();
	}

	/**
	 * Takes the next free slot under the gateway's limit.
	 * @return in how many milliseconds the slot comes, absent where that is too far away
	 */
	Optional<Long> takeSlot(long patienceMillis) {
		return this.jdbc.sql("""
				update gateway.behaviour
				set next_slot = greatest(next_slot, now()) + make_interval(secs => 1.0 / rate_per_second)
				where rate_per_second > 0 and next_slot < now() + make_interval(secs => ? / 1000.0)
				returning round(1000 * extract(epoch from next_slot - now()) - 1000.0 / rate_per_second)::bigint""")
			.param(patienceMillis)
			.query(Long.class)
			.optional();
	}

	/** An entry in the books. */
	public record Charge(String idempotencyKey, String chargeId, String orderId, BigDecimal amount, String currency,
			Status status, @Nullable String declineCode) {

	}

	public enum Status {

		CHARGED, REFUNDED, DECLINED

	}

}
