package dev.ticketrail.defaults.problem;

import java.util.stream.Collectors;

import dev.ticketrail.defaults.json.Expected;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.invoke.MissingParametersException;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameter;
import org.springframework.boot.actuate.endpoint.invoke.ParameterMappingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What to change, for those problems that say only what is wrong. */
final class ProblemHints {

	static final String REJECTED = "The method, the address, a parameter or a header has a character that is not allowed.";

	static final String SEND_JSON = "Send the body as application/json.";

	private ProblemHints() {
	}

	static String of(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "The request cannot be understood: check its address, parameters and headers.";
			case NOT_FOUND -> "There is nothing at this address: /v3/api-docs lists what there is.";
			case METHOD_NOT_ALLOWED -> "This method is not possible here: /v3/api-docs lists those that are.";
			case CONTENT_TOO_LARGE -> "The body is too large: send less at a time.";
			case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers are too large: send fewer or shorter ones.";
			case SERVICE_UNAVAILABLE -> "Not available just now: send the same request again in a moment.";
			default -> status.is5xxServerError()
					? "This is our mistake and it is in our log. Should it happen again, tell the operator the time."
					: "The request was refused: " + status.getReasonPhrase() + ".";
		};
	}

	static String of(HttpRequestMethodNotSupportedException ex) {
		String[] methods = ex.getSupportedMethods();
		return (methods != null) ? ex.getMethod() + " is not possible here: use " + String.join(" or ", methods) + "."
				: of(HttpStatus.METHOD_NOT_ALLOWED);
	}

	static String of(HttpMediaTypeNotAcceptableException ex) {
		return ex.getSupportedMediaTypes().isEmpty() ? "Accept application/json."
				: "This can be had as " + MediaType.toString(ex.getSupportedMediaTypes()) + ": accept that.";
	}

	static String of(TypeMismatchException ex) {
		return name(ex) + " must be " + Expected.of(ex.getRequiredType()) + ".";
	}

	/** An actuator endpoint was asked with parameters it cannot use. */
	static String of(InvalidEndpointRequestException ex) {
		return switch (ex) {
			case ParameterMappingException mapping ->
				mapping.getParameter().getName() + " must be " + Expected.of(mapping.getParameter().getType()) + ".";
			case MissingParametersException missing -> missing.getMissingParameters()
				.stream()
				.map(OperationParameter::getName)
				.sorted()
				.collect(Collectors.joining(", ", "Missing: ", "."));
			default -> of(HttpStatus.BAD_REQUEST);
		};
	}

	private static @Nullable String name(TypeMismatchException ex) {
		return (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName() : ex.getPropertyName();
	}

}
