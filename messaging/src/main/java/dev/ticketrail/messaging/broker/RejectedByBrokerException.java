package dev.ticketrail.messaging.broker;

/**
 * The broker answered and refused this very message: too large, unroutable, or negatively
 * acknowledged. Others can still be sent.
 */
public class RejectedByBrokerException extends RuntimeException {

	public RejectedByBrokerException(String reason) {
		super(reason);
	}

}
