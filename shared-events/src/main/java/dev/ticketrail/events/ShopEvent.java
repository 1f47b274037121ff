package dev.ticketrail.events;

/**
 * What an event's {@code data} can be. Readers ignore fields they do not know; a field is
 * never removed or changed in meaning (that would be a new event type).
 */
public sealed interface ShopEvent
		permits UserRegistered, OrderPlaced, OrderConfirmed, OrderShipped, OrderCancelled, PaymentCompleted,
		PaymentFailed, PaymentRefunded, InventoryReserved, InventoryRejected, InventoryLow, EmailRequested {

}
