package dev.ticketrail.events;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Published by order-service. Key: the order's id.
 *
 * @param total the sum of price times quantity
 * @param currency ISO 4217
 * @param paymentMethod the payment gateway's token; absent where the customer chose none
 */
public record OrderPlaced(String orderId, String userId, Customer customer, List<Item> items, BigDecimal total,
		String currency, Address shippingAddress,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paymentMethod) implements ShopEvent {

	public static final String TYPE = "order.placed";

	public OrderPlaced {
		Require.text(orderId, "orderId");
		Require.text(userId, "userId");
		Require.present(customer, "customer");
		items = Require.notEmpty(items, "items");
		total = Require.money(total, "total");
		Require.text(currency, "currency");
		Require.present(shippingAddress, "shippingAddress");
	}

}
