package dev.ticketrail.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.ticketrail.launcher.Repository;
import dev.ticketrail.messaging.Bindings;
import org.yaml.snakeyaml.Yaml;

import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

/**
 * Reads who listens to what from a service's {@code application.yml}; the group is the
 * service's name unless it says otherwise, as in {@code messaging-defaults.yml}.
 */
final class ServiceBindings {

	private ServiceBindings() {
	}

	static Bindings of(String service) {
		Path file = Repository.find().root().resolve(service + "/src/main/resources/application.yml");
		try (InputStream yaml = Files.newInputStream(file)) {
			Map<?, ?> properties = (Map<?, ?>) new Yaml().loadAll(yaml).iterator().next();
			Map<String, BindingProperties> bindings = new HashMap<>();
			at(properties, "spring", "cloud", "stream", "bindings")
				.forEach((name, binding) -> bindings.put((String) name, binding(service, (Map<?, ?>) binding)));
			BindingServiceProperties all = new BindingServiceProperties();
			all.setBindings(bindings);
			return new Bindings(all);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BindingProperties binding(String service, Map<?, ?> yaml) {
		BindingProperties binding = new BindingProperties();
		binding.setDestination(String.valueOf(yaml.get("destination")));
		Object group = yaml.get("group");
		binding.setGroup((group != null) ? group.toString() : service);
		return binding;
	}

	private static Map<?, ?> at(Map<?, ?> yaml, String... path) {
		Map<?, ?> found = yaml;
		for (String name : path) {
			found = (Map<?, ?>) found.get(name);
		}
		return found;
	}

}
