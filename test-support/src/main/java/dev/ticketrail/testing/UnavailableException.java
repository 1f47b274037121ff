package dev.ticketrail.testing;

/**
 * A piece of infrastructure cannot be had from anywhere.
 */
class UnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnavailableException(String what, Throwable cause) {
		super(what + " cannot be had: " + cause.getMessage(), cause);
	}

}
