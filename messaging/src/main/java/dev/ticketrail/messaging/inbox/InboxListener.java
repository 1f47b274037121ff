package dev.ticketrail.messaging.inbox;

import java.util.List;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Subscription;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanNameAware;
import org.springframework.messaging.Message;

/** A service's handler behind a binding. Topic and group are the binding's. */
class InboxListener<T> implements EventListener, BeanNameAware {

	private final Handler<T> handler;

	private final BatchProcessor processor;

	private final Bindings bindings;

	private final ListenerRegistry registry;

	private @Nullable List<Subscription> subscriptions;

	InboxListener(Handler<T> handler, BatchProcessor processor, Bindings bindings, ListenerRegistry registry) {
		this.handler = handler;
		this.processor = processor;
		this.bindings = bindings;
		this.registry = registry;
	}

	@Override
	public void setBeanName(String name) {
		List<Subscription> found = this.bindings.of(name);
		this.subscriptions = found;
		found.forEach((subscription) -> this.registry.register(subscription, this.handler));
	}

	@Override
	public void accept(Message<List<byte[]>> batch) {
		if (this.subscriptions == null) {
			throw new IllegalStateException("A listener must be a bean: its name is that of its binding");
		}
		this.processor.process(this.subscriptions.getFirst(), this.handler, batch);
	}

}
