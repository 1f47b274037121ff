package dev.ticketrail.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.InventoryRejected;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.PaymentFailed;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.events.UserRegistered;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/** The topics that analytics collects: the record of their events, and who publishes. */
public enum Topic {

	USER_REGISTERED(UserRegistered.TYPE, UserRegistered.class, "order-service"),

	ORDER_PLACED(OrderPlaced.TYPE, OrderPlaced.class, "order-service"),

	PAYMENT_COMPLETED(PaymentCompleted.TYPE, PaymentCompleted.class, "payment-service"),

	PAYMENT_FAILED(PaymentFailed.TYPE, PaymentFailed.class, "payment-service"),

	PAYMENT_REFUNDED(PaymentRefunded.TYPE, PaymentRefunded.class, "payment-service"),

	INVENTORY_RESERVED(InventoryReserved.TYPE, InventoryReserved.class, "inventory-service"),

	INVENTORY_REJECTED(InventoryRejected.TYPE, InventoryRejected.class, "inventory-service"),

	INVENTORY_LOW(InventoryLow.TYPE, InventoryLow.class, "inventory-service"),

	ORDER_CONFIRMED(OrderConfirmed.TYPE, OrderConfirmed.class, "order-service"),

	ORDER_SHIPPED(OrderShipped.TYPE, OrderShipped.class, "shipping-service"),

	ORDER_CANCELLED(OrderCancelled.TYPE, OrderCancelled.class, "order-service");

	private static final Map<String, Topic> BY_TYPE = Arrays.stream(values())
		.collect(Collectors.toMap(Topic::type, Function.identity()));

	private final String type;

	private final Class<? extends ShopEvent> data;

	private final String publisher;

	Topic(String type, Class<? extends ShopEvent> data, String publisher) {
		this.type = type;
		this.data = data;
		this.publisher = publisher;
	}

	/** The topic's name, which is the type of its events. */
	public String type() {
		return this.type;
	}

	String publisher() {
		return this.publisher;
	}

	static Topic of(String type) {
		Topic topic = BY_TYPE.get(type);
		if (topic == null) {
			throw new UnprocessableEventException("analytics knows no such event type");
		}
		return topic;
	}

	/**
	 * Reads an event's data.
	 * @throws UnprocessableEventException if it is not what the type promises; the reason
	 * names fields, never values
	 */
	ShopEvent read(JsonNode json) {
		try {
			return Wire.JSON.treeToValue(json, this.data);
		}
		catch (DatabindException ex) {
			throw new UnprocessableEventException("data" + path(ex) + ": " + complaint(ex));
		}
		catch (StreamReadException ex) {
			throw new UnprocessableEventException("data: a number is out of range");
		}
	}

	private static String path(DatabindException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining());
	}

	/** What an event's own constructor says names only fields, so it can be shown. */
	private static String complaint(DatabindException ex) {
		return (ex.getCause() instanceof IllegalArgumentException refusal) ? String.valueOf(refusal.getMessage())
				: "is missing or has the wrong type";
	}

	/** The names of all topics. */
	public static List<String> names() {
		return Arrays.stream(values()).map(Topic::type).toList();
	}

}
