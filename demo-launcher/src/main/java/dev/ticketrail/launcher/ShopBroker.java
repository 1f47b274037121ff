package dev.ticketrail.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The broker of a shop: one that it starts, or one that was given.
 *
 * @param server what to start; none when the broker was given
 * @param description how other programs reach it
 * @param environments how services reach it, by instance
 */
record ShopBroker(Optional<Server> server, String description, Function<String, Map<String, String>> environments) {

	static ShopBroker of(ShopPlan plan, ShopFolder folder) {
		return switch (plan.broker) {
			case KAFKA -> kafka(new KafkaBroker(folder.data("kafka"), Ports.free(), folder.log("kafka")), plan.detour);
			case RABBIT -> rabbit(plan, folder);
		};
	}

	Map<String, String> environment(String instance) {
		return this.environments.apply(instance);
	}

	/**
	 * Kafka's clients are sent on to the address that the broker advertises, so one that
	 * comes by a detour needs a listener of its own.
	 */
	private static ShopBroker kafka(KafkaBroker kafka, Detour detour) {
		return new ShopBroker(Optional.of(kafka), "kafka " + kafka.bootstrapServers(), (instance) -> {
			String servers = kafka.bootstrapServers();
			if (detour != Detour.NONE) {
				int listener = Ports.free();
				int advertised = detour.port(instance, kafka.name(), listener);
				kafka.listen(listener, advertised);
				servers = "localhost:" + advertised;
			}
			return Map.of("SPRING_PROFILES_ACTIVE", "kafka", "SPRING_KAFKA_BOOTSTRAP_SERVERS", servers,
					"SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", servers);
		});
	}

	private static ShopBroker rabbit(ShopPlan plan, ShopFolder folder) {
		RabbitAddress given = plan.rabbit;
		if (given != null) {
			given.check();
			return rabbit(Optional.empty(), given, plan.detour);
		}
		RabbitNode node = new RabbitNode(folder.data("rabbit"), Ports.free(), folder.log("rabbit"));
		return rabbit(Optional.of(node), node.address(), plan.detour);
	}

	private static ShopBroker rabbit(Optional<Server> server, RabbitAddress address, Detour detour) {
		return new ShopBroker(server, "rabbit " + address.url(),
				(instance) -> Map.of("SPRING_PROFILES_ACTIVE", "rabbit", "SPRING_RABBITMQ_HOST", address.host(),
						"SPRING_RABBITMQ_PORT", String.valueOf(detour.port(instance, "rabbit", address.port())),
						"SPRING_RABBITMQ_USERNAME", address.user(), "SPRING_RABBITMQ_PASSWORD", address.password(),
						"SPRING_RABBITMQ_VIRTUAL_HOST", address.virtualHost(), "SPRING_RABBITMQ_SSL_ENABLED",
						String.valueOf(address.secure())));
	}

}
