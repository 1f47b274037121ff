package dev.ticketrail.messaging.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.ticketrail.messaging.Bindings;

import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.messaging.MessageChannel;

/**
 * A channel for each output binding, bound when the service starts: topics and the queues
 * of required groups exist before the first event. When the broker is not there yet, the
 * binding service tries again.
 * <p>
 * Done here because {@code spring.cloud.stream.output-bindings} takes the channels for
 * functions and polls them.
 */
class OutputChannels implements SmartLifecycle {

	private final Map<String, DirectChannel> channels = new ConcurrentHashMap<>();

	private final Bindings bindings;

	private final BindingService service;

	private volatile boolean running;

	OutputChannels(Bindings bindings, BindingService service) {
		this.bindings = bindings;
		this.service = service;
	}

	MessageChannel of(String topic) {
		DirectChannel channel = this.channels.get(topic);
		if (channel == null) {
			throw new IllegalStateException("The output binding of " + topic + " has not been started");
		}
		return channel;
	}

	@Override
	public void start() {
		this.bindings.outputs().forEach((topic, name) -> {
			DirectChannel channel = new DirectChannel();
			channel.setComponentName(name);
			this.service.bindProducer(channel, name);
			this.channels.put(topic, channel);
		});
		this.running = true;
	}

	@Override
	public void stop() {
		this.bindings.outputs().values().forEach(this.service::unbindProducers);
		this.channels.clear();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the listeners and the relay, as Spring Cloud Stream's own outputs. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1000;
	}

}
