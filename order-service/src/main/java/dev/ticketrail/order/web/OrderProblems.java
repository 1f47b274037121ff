package dev.ticketrail.order.web;

import dev.ticketrail.order.IllegalOrderStateException;
import dev.ticketrail.order.NoSuchOrderException;
import dev.ticketrail.order.OrderRefusedException;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Which refusal is which status. All other errors are service-defaults' business. */
@RestControllerAdvice
@Order(0)
class OrderProblems {

	@ExceptionHandler
	ProblemDetail unknown(NoSuchOrderException ex) {
		return problem(HttpStatus.NOT_FOUND, ex.getMessage() + ".");
	}

	@ExceptionHandler
	ProblemDetail refused(OrderRefusedException ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, ex.getMessage() + ".");
	}

	@ExceptionHandler
	ProblemDetail tooLate(IllegalOrderStateException ex) {
		String why = switch (ex.status()) {
			case PLACED -> "it is still waiting for payment and stock";
			case CONFIRMED -> "it is paid, reserved and being shipped";
			case SHIPPED -> "it is on its way";
			case CANCELLED -> "it was cancelled before";
		};
		return problem(HttpStatus.CONFLICT, ex.getMessage() + ": " + why + ".");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooBusy(TooBusyException ex) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "2")
			.body(problem(HttpStatus.SERVICE_UNAVAILABLE, "No order can be taken just now, because " + ex.getMessage()
					+ ": send the same request again in two seconds."));
	}

	private static ProblemDetail problem(HttpStatus status, String detail) {
		return ProblemDetail.forStatusAndDetail(status, detail);
	}

}
