package dev.ticketrail.defaults.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says where a body is wrong and what would be right. Jackson's own messages name our
 * classes, so none of them is passed on.
 */
public final class JsonMistake {

	private JsonMistake() {
	}

	public static String describe(JacksonException ex) {
		return switch (ex) {
			case StreamConstraintsException _ ->
				"The body is nested too deeply, or has too long a name or number" + place(ex);
			case InputCoercionException number -> field(ex) + " must be " + Expected.of(number.getTargetType()) + ".";
			case StreamReadException _ when ex.getOriginalMessage().startsWith("Duplicate") ->
				"The body has the same field twice" + place(ex);
			case StreamReadException _ -> "The body is not valid JSON" + place(ex);
			case UnstorableTextException _ ->
				field(ex) + " must not contain the character U+0000 or half of a surrogate pair.";
			case MismatchedInputException mismatch when ex.getPath().isEmpty() ->
				"The body must be " + Expected.of(mismatch.getTargetType()) + " as JSON, and nothing after it.";
			case MismatchedInputException mismatch ->
				field(ex) + " must be " + Expected.of(mismatch.getTargetType()) + ".";
			default -> field(ex) + " has a value that is not possible here.";
		};
	}

	/** Writes a path as the client would: {@code items[0].quantity}. */
	private static String field(JacksonException ex) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : ex.getPath()) {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return path.isEmpty() ? "The body" : path.toString();
	}

	private static String place(JacksonException ex) {
		return (ex.getLocation() != null) ? ": look at line %d, column %d.".formatted(ex.getLocation().getLineNr(),
				ex.getLocation().getColumnNr()) : ".";
	}

}
