package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The payments. Sets of rows are always inserted and locked in the order of their ids, so
 * that two batches never wait for each other in a circle.
 */
public interface Payments extends Repository<Payment, String> {

	Optional<Payment> findById(String orderId);

	@Query(nativeQuery = true, value = "select * from payment where order_id = any(:orderIds)")
	List<Payment> findAll(String[] orderIds);

	/**
	 * Those that are paid, as values: an entity that is read before the lock would hide
	 * from {@link #lock} what others have changed since.
	 */
	@Query(nativeQuery = true, value = """
			select order_id, charge_id from payment
			where order_id = any(:orderIds) and status = 'CHARGED'""")
	List<ChargedOrder> findCharged(String[] orderIds);

	@Query(nativeQuery = true,
			value = "select * from payment where order_id = any(:orderIds) order by order_id for update")
	List<Payment> lock(String[] orderIds);

	/**
	 * Writes down what is about to be charged.
	 * @return the ids of those that are new; the others are left as they are
	 */
	@Query(nativeQuery = true, value = """
			insert into payment (order_id, status, amount, currency, created_at, updated_at)
			select id, 'CHARGING', amount, currency, :now, :now
			from unnest(cast(:orderIds as text[]), cast(:amounts as numeric[]), cast(:currencies as text[]))
				as placed (id, amount, currency)
			order by id
			on conflict do nothing
			returning order_id""")
	Set<String> intend(String[] orderIds, BigDecimal[] amounts, String[] currencies, Instant now);

	/** Makes sure that orders which are unknown so far will never be charged. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into payment (order_id, status, amount, currency, cancellation_reason, created_at, updated_at)
			select id, 'VOIDED', amount, currency, reason, :now, :now
			from unnest(cast(:orderIds as text[]), cast(:amounts as numeric[]), cast(:currencies as text[]),
				cast(:reasons as text[])) as cancelled (id, amount, currency, reason)
			order by id
			on conflict do nothing""")
	void voidUnknown(String[] orderIds, BigDecimal[] amounts, String[] currencies, String[] reasons, Instant now);

	/** A payment that can be paid back. */
	record ChargedOrder(String orderId, String chargeId) {

	}

}
