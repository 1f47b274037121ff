package dev.ticketrail.inventory;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/**
 * The reservations. Whoever writes any locks them before the stock, and in the order of
 * their ids: inserting counts as locking, because a second insert waits for the first.
 */
interface Reservations extends Repository<Reservation, String> {

	/**
	 * Enters orders as reserved. Whoever calls it decides in the same transaction, and
	 * {@link #reject}s those that stay short, before anybody can see them.
	 * @param demands a JSON array of {@link Demand}s, each order once
	 * @return the ids of those entered; all others were known already and stay as they
	 * are
	 */
	@NativeQuery("""
			insert into reservation (order_id, status, lines, changed_at)
			select d."orderId", 'RESERVED', d.lines, :now
			from jsonb_to_recordset(cast(:demands as jsonb)) as d("orderId" text, lines jsonb)
			order by d."orderId"
			on conflict do nothing
			returning order_id
			""")
	List<String> reserve(String demands, Instant now);

	/** Turns reservations entered by this transaction into rejected ones. */
	@Modifying
	@NativeQuery("""
			update reservation set status = 'REJECTED', lines = '{}'
			where order_id = any(:orderIds) and status = 'RESERVED'
			""")
	int reject(String[] orderIds);

	/**
	 * Enters orders that were cancelled before they were seen; leaves all others alone.
	 */
	@Modifying
	@NativeQuery("""
			insert into reservation (order_id, status, lines, changed_at)
			select o.id, 'CANCELLED', '{}', :now from unnest(:orderIds) as o(id)
			order by o.id
			on conflict do nothing
			""")
	int cancelUnseen(String[] orderIds, Instant now);

	/** Locks those of the orders that hold anything. */
	@NativeQuery("""
			select * from reservation
			where order_id = any(:orderIds) and status = 'RESERVED'
			order by order_id
			for update
			""")
	List<Reservation> lockReserved(String[] orderIds);

}
