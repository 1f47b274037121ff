package dev.ticketrail.messaging.broker;

import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How the containers of all bindings listen.
 * <p>
 * A batch that a listener gives back is tried again without an end, never skipped and
 * never dead-lettered as a whole: only an outage makes a listener do so. The container
 * pauses its partitions and keeps polling meanwhile, so it stays in its group.
 * <p>
 * Offsets are committed ten times a second, not after each batch. After a crash the
 * broker repeats what came in between, and the inbox knows it.
 */
class KafkaListeners implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {

	private static final long COMMIT_MILLIS = 100;

	private static final int COMMIT_EVENTS = 1000;

	@Override
	public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group) {
		container.setCommonErrorHandler(waitForTheWorld());
		ContainerProperties properties = container.getContainerProperties();
		properties.setAckMode(ContainerProperties.AckMode.COUNT_TIME);
		properties.setAckTime(COMMIT_MILLIS);
		properties.setAckCount(COMMIT_EVENTS);
		// where nothing more comes, the last commit waits for the next poll
		properties.setPollTimeout(2 * COMMIT_MILLIS);
	}

	static CommonErrorHandler waitForTheWorld() {
		ExponentialBackOff pauses = new ExponentialBackOff(500, 2);
		pauses.setMaxInterval(10_000);
		pauses.setMaxElapsedTime(Long.MAX_VALUE);
		DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
		handler.setAckAfterHandle(false);
		return handler;
	}

}
