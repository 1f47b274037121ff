package dev.ticketrail.order;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ticketrail.messaging.TimeOrderedId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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
	 * Places orders in one transaction, each in its own trace and once for each
	 * idempotency key: all of them, or none.
	 * @return an order for each request, in the same order
	 * @throws OrderRefusedException where a user or product is unknown, or a key was used
	 * for another request
	 */
	@Transactional
	public List<Order> place(List<PlacementRequest> requests) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<Draft> drafts = requests.stream()
			.map((request) -> new Draft("ORD-" + TimeOrderedId.at(now), request))
			.toList();
		Map<String, String> owners = this.idempotencyKeys
			.claim(drafts.stream().flatMap((draft) -> draft.claim().stream()).toList(), now);
		List<Order> placed = new ArrayList<>(drafts.size());
		for (Draft draft : drafts) {
			String owner = owners.getOrDefault(draft.orderId(), draft.orderId());
			try (var _ = draft.request().context().setThreadLocals()) {
				placed.add(owner.equals(draft.orderId()) ? place(draft, now) : this.orders.get(owner));
			}
		}
		return placed;
	}

	private Order place(Draft draft, Instant now) {
		NewOrder wanted = draft.request().order();
		Order order = new Order(draft.orderId(), buyer(wanted.customer(), now), lines(wanted.items()),
				wanted.shippingAddress(), now);
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

	private record Draft(String orderId, PlacementRequest request) {

		Optional<IdempotencyKeys.Claim> claim() {
			return Optional.ofNullable(this.request.idempotencyKey())
				.map((key) -> new IdempotencyKeys.Claim(key, this.request.order(), this.orderId));
		}

	}

}
