package dev.ticketrail.order;

/** Nobody has placed an order with this id. */
public class NoSuchOrderException extends RuntimeException {

	NoSuchOrderException(String orderId) {
		super("There is no order " + orderId);
	}

}
