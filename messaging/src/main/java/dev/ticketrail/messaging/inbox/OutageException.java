package dev.ticketrail.messaging.inbox;

/**
 * Thrown by a handler while something it needs is not there. The event is not to blame:
 * no attempt is counted, it is tried again until it succeeds, and the backlog waits in
 * the broker.
 */
public class OutageException extends RuntimeException {

	private final String dependency;

	/**
	 * Names what is missing.
	 * @param dependency what is not there, in words an operator knows: "payment gateway"
	 * @param cause what was seen
	 */
	public OutageException(String dependency, Throwable cause) {
		super(dependency + " is not available", cause);
		this.dependency = dependency;
	}

	public String dependency() {
		return this.dependency;
	}

}
