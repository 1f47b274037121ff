package dev.ticketrail.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/**
 * All orders.
 * <p>
 * Two answers about one order can arrive at the same moment. Whoever changes orders
 * therefore locks their rows first, in the order of their ids, so that nobody waits in a
 * circle.
 */
public interface Orders extends ListCrudRepository<Order, String> {

	@Query(nativeQuery = true, value = "select * from orders where id = any(:ids) order by id for no key update")
	List<Order> lock(String... ids);

	@Query("""
			select new dev.ticketrail.order.StuckOrder(o.id, o.status, o.statusSince) from Order o
			where (o.status in (PLACED, CONFIRMED) or (o.status = CANCELLED and o.paid = true and o.refunded = false))
			and o.statusSince < :limit
			order by o.statusSince
			limit 1000
			""")
	List<StuckOrder> waitingSinceBefore(Instant limit);

	default Order get(String id) {
		return findById(id).orElseThrow(() -> new NoSuchOrderException(id));
	}

}
