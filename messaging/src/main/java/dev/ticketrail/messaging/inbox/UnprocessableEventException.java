package dev.ticketrail.messaging.inbox;

/**
 * Thrown by a handler when trying again cannot help. The event becomes a dead letter at
 * once, with the message as its reason: say what is wrong and name no secret.
 */
public class UnprocessableEventException extends RuntimeException {

	public UnprocessableEventException(String reason) {
		super(reason);
	}

}
