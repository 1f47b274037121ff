package dev.ticketrail.messaging.inbox;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A service's handler in the one shape the inbox works with.
 *
 * @param type the type of the events' data
 * @param outside asks the world before the transaction; absent for most
 * @param inside acts inside the transaction
 * @param together whether a batch may share one transaction
 */
record Handler<T>(Class<T> type, @Nullable Function<List<Event<T>>, Object> outside,
		BiConsumer<List<Event<T>>, @Nullable Object> inside, boolean together) {

	static <T> Handler<T> each(Class<T> type, Consumer<Event<T>> handler, boolean together) {
		return new Handler<>(type, null, (events, nothing) -> events.forEach(handler), together);
	}

	static <T> Handler<T> batch(Class<T> type, Consumer<List<Event<T>>> handler) {
		return new Handler<>(type, null, (events, nothing) -> handler.accept(events), true);
	}

	@SuppressWarnings("unchecked")
	static <T, R> Handler<T> prepared(Class<T> type, Function<List<Event<T>>, R> outside,
			BiConsumer<List<Event<T>>, R> inside) {
		return new Handler<>(type, outside::apply, (events, prepared) -> inside.accept(events, (R) prepared), true);
	}

}
