package dev.ticketrail.events;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The checks that every event repeats. A message names the field, never its value. */
final class Require {

	private Require() {
	}

	static void present(@Nullable Object value, String field) {
		if (value == null) {
			throw new IllegalArgumentException(field + " is missing");
		}
	}

	static void text(@Nullable String value, String field) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(field + " is missing");
		}
	}

	static void positive(int value, String field) {
		if (value <= 0) {
			throw new IllegalArgumentException(field + " must be greater than 0");
		}
	}

	static <T> List<T> notEmpty(@Nullable List<T> values, String field) {
		if (values == null || values.isEmpty()) {
			throw new IllegalArgumentException(field + " is missing");
		}
		return List.copyOf(values);
	}

	/** Money has two decimals and is not negative. */
	static BigDecimal money(@Nullable BigDecimal value, String field) {
		if (value == null) {
			throw new IllegalArgumentException(field + " is missing");
		}
		// Before setScale, which would write out the billion zeros of 1E+999999999.
		long wholeDigits = (long) value.precision() - value.scale();
		if (value.signum() < 0 || value.stripTrailingZeros().scale() > 2 || wholeDigits > 16) {
			throw new IllegalArgumentException(field + " must be an amount with at most two decimals");
		}
		return value.setScale(2);
	}

}
