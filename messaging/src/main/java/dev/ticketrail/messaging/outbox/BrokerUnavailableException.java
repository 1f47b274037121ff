package dev.ticketrail.messaging.outbox;

/**
 * The broker could not be asked: nothing is known of the events in hand, so they stay.
 */
class BrokerUnavailableException extends RuntimeException {

	BrokerUnavailableException(Throwable cause) {
		super("no acknowledgement from the broker (" + cause.getClass().getSimpleName() + ")", cause);
	}

}
