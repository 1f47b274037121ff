package dev.ticketrail.houserules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The services' bindings, as they stand in their {@code application.yml}. */
class SubscriptionTests {

	private static final String BINDINGS = "spring.cloud.stream.bindings.";

	/** Of each topic. */
	private final Map<String, Set<String>> subscribed = new TreeMap<>();

	private final Map<String, Set<String>> required = new TreeMap<>();

	/**
	 * On RabbitMQ an event is lost for a group whose queue is not there when it is
	 * published, so the producer declares the queues of all who subscribe.
	 */
	@Test
	void everyProducerKnowsTheGroupsThatMustNotMissItsEvents() throws IOException {
		for (String service : List.of("order", "payment", "email", "inventory", "shipping", "analytics")) {
			read(service + "-service");
		}
		assertThat(this.required).hasSize(12).isEqualTo(this.subscribed);
	}

	private void read(String service) throws IOException {
		Path file = Path.of("..", service, "src/main/resources/application.yml");
		for (var source : new YamlPropertySourceLoader().load(service, new FileSystemResource(file))) {
			EnumerablePropertySource<?> bindings = (EnumerablePropertySource<?>) source;
			for (String name : bindings.getPropertyNames()) {
				if (name.startsWith(BINDINGS) && name.endsWith(".destination")) {
					String binding = name.substring(0, name.length() - ".destination".length());
					Set<String> topics = list(bindings, name);
					if (binding.endsWith("-in-0")) {
						Object group = bindings.getProperty(binding + ".group");
						add(this.subscribed, topics, Set.of((group != null) ? group.toString() : service));
					}
					else {
						add(this.required, topics, list(bindings, binding + ".producer.required-groups"));
					}
				}
			}
		}
	}

	private static void add(Map<String, Set<String>> all, Set<String> topics, Set<String> groups) {
		topics.forEach((topic) -> all.computeIfAbsent(topic, (_) -> new TreeSet<>()).addAll(groups));
	}

	private static Set<String> list(EnumerablePropertySource<?> source, String name) {
		Object value = source.getProperty(name);
		assertThat(value).as(name).isNotNull();
		return new TreeSet<>(Stream.of(value.toString().split(",")).map(String::strip).toList());
	}

}
