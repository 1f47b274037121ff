package dev.ticketrail.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

/**
 * What the service's {@code application.yml} says about its bindings: the only place
 * where topics and groups are named.
 */
public class Bindings {

	private final Map<String, List<Subscription>> inputs = new LinkedHashMap<>();

	private final Map<String, String> outputs = new LinkedHashMap<>();

	public Bindings(BindingServiceProperties properties) {
		properties.getBindings().keySet().forEach((name) -> add(name, properties.getBindingProperties(name)));
	}

	private void add(String name, BindingProperties binding) {
		if (name.endsWith("-in-0")) {
			this.inputs.put(name,
					topics(binding).stream().map((topic) -> new Subscription(topic, binding.getGroup())).toList());
		}
		else if (name.endsWith("-out-0")) {
			topics(binding).forEach((topic) -> this.outputs.put(topic, name));
		}
	}

	private static List<String> topics(BindingProperties binding) {
		return Arrays.stream(binding.getDestination().split(",")).map(String::strip).toList();
	}

	/**
	 * The subscriptions of a listener bean.
	 * @throws IllegalStateException where the service has no such binding
	 */
	public List<Subscription> of(String listener) {
		List<Subscription> subscriptions = this.inputs.get(listener + "-in-0");
		if (subscriptions == null) {
			throw new IllegalStateException("There is no binding " + listener + "-in-0: add it to "
					+ "spring.cloud.stream.bindings, and " + listener + " to spring.cloud.function.definition");
		}
		return subscriptions;
	}

	/** All subscriptions of this service. */
	public List<Subscription> subscriptions() {
		List<Subscription> all = new ArrayList<>();
		this.inputs.values().forEach(all::addAll);
		return all;
	}

	/** The names of all output bindings by their topics. */
	public Map<String, String> outputs() {
		return Map.copyOf(this.outputs);
	}

	/**
	 * The name of the output binding for a topic.
	 * @throws IllegalStateException where the service does not publish to the topic
	 */
	public String outputFor(String topic) {
		String name = this.outputs.get(topic);
		if (name == null) {
			throw new IllegalStateException("There is no output binding with the destination " + topic
					+ ": add one, with a name that ends with -out-0, to spring.cloud.stream.bindings");
		}
		return name;
	}

}
