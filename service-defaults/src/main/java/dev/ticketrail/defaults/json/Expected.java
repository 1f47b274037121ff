package dev.ticketrail.defaults.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** Says in a client's words what a value should have been. */
public final class Expected {

	private static final Set<Class<?>> WHOLE = Set.of(Byte.class, Short.class, Integer.class, Long.class,
			BigInteger.class);

	private static final Set<Class<?>> DECIMAL = Set.of(Float.class, Double.class, BigDecimal.class);

	private Expected() {
	}

	public static String of(@Nullable Class<?> type) {
		if (type == null) {
			return "something else";
		}
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (WHOLE.contains(boxed)) {
			return "a whole number within its range";
		}
		if (DECIMAL.contains(boxed)) {
			return "a number";
		}
		if (boxed.isEnum()) {
			return Arrays.stream(boxed.getEnumConstants())
				.map(String::valueOf)
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		return ofOther(boxed);
	}

	private static String ofOther(Class<?> type) {
		if (CharSequence.class.isAssignableFrom(type)) {
			return "a text";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		if (type == UUID.class) {
			return "a UUID";
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return "a time in ISO 8601, such as 2026-01-15T10:30:00Z";
		}
		return (type.isArray() || Collection.class.isAssignableFrom(type)) ? "a list" : "an object";
	}

}
