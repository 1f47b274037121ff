package dev.ticketrail.order;

/** An order was asked for something that its status rules out. */
public class IllegalOrderStateException extends RuntimeException {

	private final OrderStatus status;

	IllegalOrderStateException(String orderId, OrderStatus status, String wanted) {
		super("Order " + orderId + " is " + status + " and cannot " + wanted);
		this.status = status;
	}

	/** What the order is instead. */
	public OrderStatus status() {
		return this.status;
	}

}
