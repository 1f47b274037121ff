package dev.ticketrail.messaging.inbox;

/**
 * The message is not an event that this listener can read. Trying again cannot help.
 */
class MalformedEventException extends UnprocessableEventException {

	MalformedEventException(String reason) {
		super(reason);
	}

}
