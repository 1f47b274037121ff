package dev.ticketrail.messaging.inbox;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.ticketrail.messaging.Bindings;

/** Makes listeners that share one processor. */
class TransactionalInbox implements Inbox {

	private final BatchProcessor processor;

	private final Bindings bindings;

	private final ListenerRegistry registry;

	TransactionalInbox(BatchProcessor processor, Bindings bindings, ListenerRegistry registry) {
		this.processor = processor;
		this.bindings = bindings;
		this.registry = registry;
	}

	@Override
	public <T> EventListener each(Class<T> type, Consumer<Event<T>> handler) {
		return listener(Handler.each(type, handler, true));
	}

	@Override
	public <T> EventListener alone(Class<T> type, Consumer<Event<T>> handler) {
		return listener(Handler.each(type, handler, false));
	}

	@Override
	public <T> EventListener batch(Class<T> type, Consumer<List<Event<T>>> handler) {
		return listener(Handler.batch(type, handler));
	}

	@Override
	public <T, R> EventListener prepared(Class<T> type, Function<List<Event<T>>, R> outside,
			BiConsumer<List<Event<T>>, R> inside) {
		return listener(Handler.prepared(type, outside, inside));
	}

	private <T> EventListener listener(Handler<T> handler) {
		return new InboxListener<>(handler, this.processor, this.bindings, this.registry);
	}

}
