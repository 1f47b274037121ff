package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.messaging.TimeOrderedId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an order. In one transaction: the idempotency key, the order, and the event that
 * tells the others. Either all of it is there afterwards, or nothing.
 */
@Service
public class OrderPlacement {

	private final Orders orders;

	private final Users users;

	private final Catalogue catalogue;

	private final IdempotencyKeys idempotencyKeys;

	private final OrderEvents events;

	private final InstantSource clock;

	OrderPlacement(Orders orders, Users users, Catalogue catalogue, IdempotencyKeys idempotencyKeys, OrderEvents events,
			InstantSource clock) {
		this.orders = orders;
		this.users = users;
		this.catalogue = catalogue;
		this.idempotencyKeys = idempotencyKeys;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Places an order, once for each idempotency key.
	 * @param idempotencyKey the customer's name for this request; a repeat, also a
	 * parallel one, answers with the first order as it is now
	 * @throws OrderRefusedException where user or product are unknown, or the key was
	 * used for another request
	 */
	@Transactional
	public Order place(NewOrder wanted, @Nullable String idempotencyKey) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		String id = "ORD-" + TimeOrderedId.at(now);
		if (idempotencyKey != null) {
			String owner = this.idempotencyKeys.claim(idempotencyKey, wanted, id, now);
			if (!owner.equals(id)) {
				return this.orders.get(owner);
			}
		}
		Order order = new Order(id, buyer(wanted.customer(), now), lines(wanted.items()), wanted.shippingAddress(),
				now);
		this.orders.save(order);
		this.events.placed(order, wanted.paymentMethod());
		return order;
	}

	private Buyer buyer(NewOrder.Customer customer, Instant now) {
		User user = switch (customer) {
			case NewOrder.KnownUser known -> this.users.findById(known.userId())
				.orElseThrow(() -> new OrderRefusedException(
						"There is no user " + known.userId() + "; register with POST /users, or send a customer"));
			case NewOrder.Guest guest -> this.users.save(User.guest(guest.name(), guest.email(), now));
		};
		return new Buyer(user.id(), user.name(), user.email());
	}

	/** One line a product, also where the customer named it twice; the price is ours. */
	private List<OrderLine> lines(List<NewOrder.Item> items) {
		Map<String, Integer> quantities = new LinkedHashMap<>();
		items.forEach((item) -> quantities.merge(item.productId(), item.quantity(), Integer::sum));
		return quantities.entrySet().stream().map((wanted) -> {
			Product product = this.catalogue.product(wanted.getKey());
			return new OrderLine(product.id(), product.name(), wanted.getValue(), product.price());
		}).toList();
	}

}
