package dev.ticketrail.email;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.UserRegistered;

import org.springframework.stereotype.Component;

/**
 * Says in words what happened, from the event alone. Amounts become texts here: as
 * numbers they would lose their decimals on the way through JSON.
 */
@Component
class LetterWriter {

	private final EmailSettings settings;

	LetterWriter(EmailSettings settings) {
		this.settings = settings;
	}

	Letter welcome(UserRegistered user) {
		return new Letter(user.userId(), null, user.email(), Template.WELCOME, "Welcome to Ticket Rail",
				Map.of("name", user.name()));
	}

	Letter orderPlaced(OrderPlaced order) {
		return Letter.aboutOrder(order.orderId(), order.customer().email(), Template.ORDER_PLACED,
				"We have your order " + order.orderId(),
				Map.of("name", order.customer().name(), "orderId", order.orderId(), "items",
						priced(order.items(), order.currency()), "total", money(order.total(), order.currency()),
						"address", address(order.shippingAddress())));
	}

	Letter orderShipped(OrderShipped order) {
		return Letter.aboutOrder(order.orderId(), order.customer().email(), Template.ORDER_SHIPPED,
				"Your order " + order.orderId() + " is on its way",
				Map.of("name", order.customer().name(), "orderId", order.orderId(), "items", counted(order.items()),
						"address", address(order.shippingAddress()), "carrier", order.carrier(), "trackingNumber",
						order.trackingNumber()));
	}

	Letter orderCancelled(OrderCancelled order) {
		return Letter.aboutOrder(order.orderId(), order.customer().email(), Template.ORDER_CANCELLED,
				"Your order " + order.orderId() + " is cancelled",
				Map.of("name", order.customer().name(), "orderId", order.orderId(), "reason", because(order.reason()),
						"items", priced(order.items(), order.currency()), "total",
						money(order.total(), order.currency())));
	}

	Letter paymentRefunded(PaymentRefunded refund) {
		return Letter.aboutOrder(refund.orderId(), refund.customer().email(), Template.PAYMENT_REFUNDED,
				"Your refund for order " + refund.orderId(),
				Map.of("name", refund.customer().name(), "orderId", refund.orderId(), "amount",
						money(refund.amount(), refund.currency()), "reason", because(refund.reason())));
	}

	Letter inventoryLow(InventoryLow low) {
		return new Letter(low.productId(), null, this.settings.buyerOnDuty(), Template.INVENTORY_LOW,
				"Running low: %s (%s)".formatted(low.name(), low.productId()), Map.of("productId", low.productId(),
						"product", low.name(), "available", low.available(), "threshold", low.threshold()));
	}

	private static String because(String reason) {
		return switch (reason) {
			case "PAYMENT_DECLINED" -> "because the payment was declined";
			case "OUT_OF_STOCK" -> "because something you ordered is out of stock";
			case "CUSTOMER_REQUEST" -> "as you asked us to";
			default -> "because we cannot fulfil it";
		};
	}

	private static List<Map<String, Object>> priced(List<Item> items, String currency) {
		return items.stream()
			.map((item) -> Map.<String, Object>of("productId", item.productId(), "quantity", item.quantity(), "price",
					money(item.price().multiply(BigDecimal.valueOf(item.quantity())), currency)))
			.toList();
	}

	private static List<Map<String, Object>> counted(List<Item> items) {
		return items.stream()
			.map((item) -> Map.<String, Object>of("productId", item.productId(), "quantity", item.quantity()))
			.toList();
	}

	private static Map<String, Object> address(Address address) {
		return Map.of("street", address.street(), "city", address.city(), "postcode", address.postcode());
	}

	private static String money(BigDecimal amount, String currency) {
		return amount.toPlainString() + " " + currency;
	}

}
