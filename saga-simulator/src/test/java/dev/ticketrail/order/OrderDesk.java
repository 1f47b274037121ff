package dev.ticketrail.order;

import java.util.List;
import java.util.Map;

import dev.ticketrail.testing.invariants.Facts;

/** Where simulated customers come to, and what order-service knows in the end. */
public class OrderDesk {

	private static final ShippingAddress ADDRESS = new ShippingAddress("1 Rail Street", "Crewe", "CW1 2AB");

	private final OrderPlacement placement;

	private final OrderCancellation cancellation;

	private final UserRegistration registration;

	private final MemoryOrders orders;

	OrderDesk(OrderPlacement placement, OrderCancellation cancellation, UserRegistration registration,
			MemoryOrders orders) {
		this.placement = placement;
		this.cancellation = cancellation;
		this.registration = registration;
		this.orders = orders;
	}

	public String register(String name) {
		return this.registration.register(name, name + "@example.com").id();
	}

	/** Places a guest's order, under the guest's name as idempotency key. */
	public String place(String name, Map<String, Integer> basket, String card) {
		return place(name, new NewOrder.Guest(name, name + "@example.com"), basket, card);
	}

	/** Places the order of somebody who has registered. */
	public String placeKnown(String name, String userId, Map<String, Integer> basket, String card) {
		return place(name, new NewOrder.KnownUser(userId), basket, card);
	}

	private String place(String key, NewOrder.Customer customer, Map<String, Integer> basket, String card) {
		List<NewOrder.Item> items = basket.entrySet()
			.stream()
			.map((line) -> new NewOrder.Item(line.getKey(), line.getValue()))
			.toList();
		PlacementRequest request = new PlacementRequest(new NewOrder(customer, items, ADDRESS, card), key);
		return this.placement.place(List.of(request)).getFirst().id();
	}

	/** Cancels, or finds that it is too late. */
	public void cancel(String orderId) {
		try {
			this.cancellation.cancel(orderId);
		}
		catch (IllegalOrderStateException _) {
			// 409: it is too late, or done already
		}
	}

	public List<Facts.Order> facts() {
		return this.orders.facts();
	}

}
