package dev.ticketrail.shipping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/**
 * The shipments. Two batches that are about the same orders lock them in the order of
 * their ids, and never deadlock: inserting counts as locking, because a second insert
 * waits for the first.
 */
public interface Shipments extends Repository<Shipment, String> {

	Optional<Shipment> findById(String orderId);

	/**
	 * Ships orders.
	 * @param parcels a JSON object of {@link Parcel}s by order id
	 * @return the ids of the orders shipped with this; all others were decided before
	 */
	@NativeQuery("""
			insert into shipment (order_id, status, decided_at, parcel)
			select p.key, 'SHIPPED', :now, p.value from jsonb_each(cast(:parcels as jsonb)) as p
			order by p.key
			on conflict do nothing
			returning order_id
			""")
	List<String> ship(String parcels, Instant now);

	/**
	 * Decides that orders will never be shipped.
	 * @return the ids of the orders voided with this; all others were decided before
	 */
	@NativeQuery("""
			insert into shipment (order_id, status, decided_at)
			select o.id, 'VOIDED', :now from unnest(:orderIds) as o(id)
			order by o.id
			on conflict do nothing
			returning order_id
			""")
	List<String> voidUndecided(String[] orderIds, Instant now);

	/** Locks those of the orders that are on their way. */
	@NativeQuery("""
			select * from shipment
			where order_id = any(:orderIds) and status = 'SHIPPED'
			order by order_id
			for update
			""")
	List<Shipment> lockShipped(String[] orderIds);

}
