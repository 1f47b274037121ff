package dev.ticketrail.peers.handwritten;

import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.support.SqlArrayValue;

/** A column of a batch as one parameter. */
final class Sql {

	private Sql() {
	}

	static <E> Object texts(List<E> events, Function<E, String> column) {
		return array("text", events.stream().map(column).toArray(String[]::new));
	}

	static Object array(String type, Object[] values) {
		return new SqlArrayValue(type, values);
	}

}
