package dev.ticketrail.messaging.inbox;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns a handler into a listener with the guarantees of the shop: an event has its
 * effect once in a group, however often it is delivered; a bad one goes to the group's
 * dead letters and holds nobody up; while the world is down, nothing is lost.
 * <p>
 * Topic and group are those of the binding {@code <bean name>-in-0}. A handler runs
 * inside a transaction that also holds the inbox's record and the outbox's rows. It can
 * run again after a rollback, so what it does outside the database must stand that.
 */
public interface Inbox {

	/** Hands over one event at a time; a delivered batch shares one transaction. */
	<T> EventListener each(Class<T> type, Consumer<Event<T>> handler);

	/**
	 * Hands over one event at a time, each in a transaction of its own. For handlers
	 * whose effect outside the database cannot be taken back.
	 */
	<T> EventListener alone(Class<T> type, Consumer<Event<T>> handler);

	/**
	 * Hands over a batch, in the order of keys. Should the handler throw, the batch is
	 * handed over again one by one.
	 */
	<T> EventListener batch(Class<T> type, Consumer<List<Event<T>>> handler);

	/**
	 * Like {@link #batch}, with a first step outside the transaction, for example a call
	 * to another system. That step must be idempotent: it can run again for the same
	 * events.
	 * @param outside asks the world, before the transaction
	 * @param inside records what {@code outside} answered
	 */
	<T, R> EventListener prepared(Class<T> type, Function<List<Event<T>>, R> outside,
			BiConsumer<List<Event<T>>, R> inside);

}
