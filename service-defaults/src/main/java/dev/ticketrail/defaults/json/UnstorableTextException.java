package dev.ticketrail.defaults.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text of the body holds what cannot be stored. */
class UnstorableTextException extends MismatchedInputException {

	UnstorableTextException(JsonParser parser) {
		super(parser, "holds U+0000 or half of a surrogate pair", String.class);
	}

}
