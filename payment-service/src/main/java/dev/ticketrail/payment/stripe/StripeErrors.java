package dev.ticketrail.payment.stripe;

import java.io.IOException;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's errors mean to us. Stripe's own texts can repeat parts of the key and the
 * card's token, so only status, code and request id are passed on.
 */
final class StripeErrors {

	private StripeErrors() {
	}

	/** The exception to throw for an error that is not a decline. */
	static RuntimeException translate(StripeException error) {
		Integer status = error.getStatusCode();
		if (error instanceof ApiConnectionException) {
			return outage("no answer", error.getCause());
		}
		if (status == null || isOutage(status)) {
			return outage("HTTP " + status + ", code " + error.getCode() + ", request " + error.getRequestId(), null);
		}
		return new UnprocessableEventException("Stripe refuses the request: HTTP " + status + ", code "
				+ error.getCode() + ", request " + error.getRequestId());
	}

	/**
	 * A key that is wrong or lacks a permission (401, 403) is no event's fault either:
	 * the backlog waits until the operator has mended it. A conflict (409) is a call with
	 * the same key that is still running.
	 */
	private static boolean isOutage(int status) {
		return status >= 500 || status == 401 || status == 403 || status == 409 || status == 429;
	}

	private static OutageException outage(String what, @Nullable Throwable cause) {
		return new OutageException("payment gateway", new IOException("Stripe: " + what, cause));
	}

}
