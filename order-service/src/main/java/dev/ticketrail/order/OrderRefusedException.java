package dev.ticketrail.order;

/** A well-formed order that we cannot take; the message says what to change. */
public class OrderRefusedException extends RuntimeException {

	OrderRefusedException(String message) {
		super(message);
	}

}
