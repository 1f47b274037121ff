package dev.ticketrail.defaults.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * One field that breaks a rule.
 *
 * @param field its path in the body, or the parameter's name; empty for the body itself
 * @param message what the rule is
 */
record Violation(String field, String message) {

	private static final int SHOWN = 20;

	static Violation of(MessageSourceResolvable error) {
		String message = Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
		return new Violation((error instanceof FieldError field) ? field.getField() : "", message);
	}

	static List<Violation> allOf(HandlerMethodValidationException ex) {
		return ex.getParameterValidationResults().stream().flatMap(Violation::of).toList();
	}

	private static Stream<Violation> of(ParameterValidationResult result) {
		if (result instanceof ParameterErrors errors) {
			return errors.getAllErrors().stream().map(Violation::of);
		}
		String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
		return result.getResolvableErrors().stream().map((error) -> new Violation(name, of(error).message()));
	}

	/** In a fixed order, and not ten thousand of them. */
	static List<Violation> first(List<Violation> violations) {
		return violations.stream()
			.sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
			.limit(SHOWN)
			.toList();
	}

	static String inOneSentence(List<Violation> violations) {
		String shown = first(violations).stream()
			.map((violation) -> (violation.field() + " " + violation.message()).strip())
			.collect(Collectors.joining("; "));
		int more = violations.size() - SHOWN;
		return (more > 0) ? shown + "; and " + more + " more." : shown + ".";
	}

}
