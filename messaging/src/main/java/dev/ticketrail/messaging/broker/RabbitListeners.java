package dev.ticketrail.messaging.broker;

import java.util.function.Consumer;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.batch.SimpleBatchingStrategy;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;

/**
 * Listener containers that hand over a message as it is. What they would otherwise do on
 * a header's word, unzip a body or take it apart, fails outside the listener: then the
 * message would come back for ever.
 */
class RabbitListeners implements ListenerContainerCustomizer<MessageListenerContainer> {

	@Override
	public void configure(MessageListenerContainer container, String destination, String group) {
		takeAsIs((AbstractMessageListenerContainer) container);
	}

	static void takeAsIs(AbstractMessageListenerContainer container) {
		container.setAfterReceivePostProcessors();
		container.setBatchingStrategy(new NoBatchesInMessages());
	}

	private static final class NoBatchesInMessages extends SimpleBatchingStrategy {

		NoBatchesInMessages() {
			super(1, Integer.MAX_VALUE, 0);
		}

		@Override
		public boolean canDebatch(MessageProperties properties) {
			return false;
		}

		@Override
		public void deBatch(Message message, Consumer<Message> fragments) {
			fragments.accept(message);
		}

	}

}
