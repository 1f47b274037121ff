package dev.ticketrail.order;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for, checked for form by the web layer.
 *
 * @param paymentMethod the payment gateway's token, passed on and not kept; absent where
 * the customer chose none
 */
public record NewOrder(Customer customer, List<Item> items, ShippingAddress shippingAddress,
		@Nullable String paymentMethod) {

	public sealed interface Customer {

	}

	/** Somebody who registered, or ordered as a guest before. */
	public record KnownUser(String userId) implements Customer {

	}

	/** Somebody who says who they are. */
	public record Guest(String name, String email) implements Customer {

	}

	/** No price: that is the catalogue's. */
	public record Item(String productId, int quantity) {

	}

}
