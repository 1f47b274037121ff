package dev.ticketrail.messaging.broker;

import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What a batch does that a listener gave back: only an outage makes it do so, hence it is
 * tried again without an end, never skipped and never dead-lettered as a whole. The
 * container pauses its partitions and keeps polling meanwhile, so it stays in its group.
 */
class KafkaListeners implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {

	@Override
	public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group) {
		container.setCommonErrorHandler(waitForTheWorld());
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
