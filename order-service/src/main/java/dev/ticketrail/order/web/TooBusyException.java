package dev.ticketrail.order.web;

/** Just now no order can be taken; in a moment it may be. */
class TooBusyException extends RuntimeException {

	TooBusyException(String reason) {
		super(reason);
	}

}
