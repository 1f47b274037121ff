package dev.ticketrail.defaults.problem;

import java.util.List;

import dev.ticketrail.defaults.json.JsonMistake;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every exception of a controller or an actuator endpoint with a problem whose
 * detail says what to change. A service's own advice and {@code ErrorResponseException}s
 * come first. Nothing of our insides is in an answer; what we did wrong is in the log.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler(Exception.class)
	@Nullable ResponseEntity<Object> handleAnythingElse(Exception ex, WebRequest request) {
		if (ex instanceof AccessDeniedException denied) {
			throw denied;
		}
		if (ex instanceof RequestRejectedException || ex instanceof InvalidParameterException) {
			return problem(ex, HttpStatus.BAD_REQUEST, ProblemHints.REJECTED, new HttpHeaders(), request);
		}
		if (DatabaseOutage.isBehind(ex)) {
			log.warn("Database not available: {}", ex.toString());
			HttpHeaders headers = new HttpHeaders();
			headers.set(HttpHeaders.RETRY_AFTER, "2");
			return problem(ex, HttpStatus.SERVICE_UNAVAILABLE,
					"The database does not answer just now: send the same request again in a moment.", headers,
					request);
		}
		// only now: a database that hangs up looks the same, and its client is there
		if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			return null;
		}
		ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
		if (declared != null && declared.code().is4xxClientError()) {
			return problem(ex, declared.code(), ProblemHints.of(declared.code()), new HttpHeaders(), request);
		}
		log.error("Unexpected while answering {}", request.getDescription(false), ex);
		return problem(ex, HttpStatus.INTERNAL_SERVER_ERROR, ProblemHints.of(HttpStatus.INTERNAL_SERVER_ERROR),
				new HttpHeaders(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String detail = (ex.getCause() instanceof JacksonException mistake) ? JsonMistake.describe(mistake)
				: "The body is missing or cannot be read: send one as JSON in UTF-8.";
		return problem(ex, status, detail, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex, ex.getAllErrors().stream().map(Violation::of).toList(), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(ex, Violation.allOf(ex), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return problem(ex, status, ProblemHints.of(ex), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return problem(ex, status, ProblemHints.of(HttpStatus.NOT_FOUND), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
			HttpRequestMethodNotSupportedException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return problem(ex, status, ProblemHints.of(ex), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return problem(ex, status, ProblemHints.SEND_JSON, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(HttpMediaTypeNotAcceptableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return problem(ex, status, ProblemHints.of(ex), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleErrorResponseException(ErrorResponseException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return (ex.getCause() instanceof InvalidEndpointRequestException invalid)
				? problem(ex, status, ProblemHints.of(invalid), headers, request)
				: super.handleErrorResponseException(ex, headers, status, request);
	}

	/**
	 * A problem is sent as one even to a client that accepts only HTML, but not into an
	 * answer that is under way: whoever waits for that has left, or reads a stream.
	 */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (request instanceof ServletWebRequest servlet && servlet.getResponse() != null
				&& servlet.getResponse().isCommitted()) {
			return null;
		}
		HttpHeaders own = new HttpHeaders(headers);
		own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return super.handleExceptionInternal(ex, body, own, status, request);
	}

	private @Nullable ResponseEntity<Object> invalid(Exception ex, List<Violation> violations, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Violation.inOneSentence(violations));
		problem.setProperty("errors", Violation.first(violations));
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	private @Nullable ResponseEntity<Object> problem(Exception ex, HttpStatusCode status, String detail,
			HttpHeaders headers, WebRequest request) {
		return handleExceptionInternal(ex, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
	}

}
