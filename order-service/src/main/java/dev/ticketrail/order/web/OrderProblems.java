package dev.ticketrail.order.web;

import dev.ticketrail.order.IllegalOrderStateException;
import dev.ticketrail.order.NoSuchOrderException;
import dev.ticketrail.order.OrderRefusedException;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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

	private static ProblemDetail problem(HttpStatus status, String detail) {
		return ProblemDetail.forStatusAndDetail(status, detail);
	}

}
