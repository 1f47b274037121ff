package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.ticketrail.messaging.TimeOrderedId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

/**
 * Takes orders. In one transaction: the idempotency key, the order, and the event that
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
	 * Looks at an order before it is placed.
	 * @throws OrderRefusedException where we do not sell what it asks for
	 */
	void check(NewOrder wanted) {
		lines(wanted.items());
	}

	/**
	 * Places an order, once for each idempotency key.
	 * @throws OrderRefusedException where user or product are unknown, or the key was
	 * used for another request
	 */
	@Transactional
	public Order place(PlacementRequest request) {
		NewOrder wanted = request.order();
		String idempotencyKey = request.idempotencyKey();
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

	/**
	 * Places orders in one transaction, each in its own trace: all of them, or none. Keys
	 * are claimed in their order, so that nobody waits in a circle, and nobody waits long
	 * for a key that another instance is about to take.
	 * @return an order for each request, in the same order
	 */
	@Transactional
	public List<Order> place(List<PlacementRequest> requests) {
		Order[] placed = new Order[requests.size()];
		if (requests.stream().anyMatch((request) -> request.idempotencyKey() != null)) {
			this.idempotencyKeys.doNotWaitLong();
		}
		IntStream.range(0, placed.length)
			.boxed()
			.sorted(comparing((position) -> requireNonNullElse(requests.get(position).idempotencyKey(), "")))
			.forEach((position) -> {
				try (var _ = requests.get(position).context().setThreadLocals()) {
					placed[position] = place(requests.get(position));
				}
			});
		return List.of(placed);
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
