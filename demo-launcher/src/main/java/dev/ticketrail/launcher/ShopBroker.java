package dev.ticketrail.launcher;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The broker of a shop: one that it starts, or one that was given.
 *
 * @param server what to start; none when the broker was given
 * @param description how other programs reach it
 * @param environment how services reach it
 */
record ShopBroker(Optional<Server> server, String description, Map<String, String> environment) {

	static ShopBroker of(ShopPlan plan, ShopFolder folder) {
		return switch (plan.broker) {
			case KAFKA -> kafka(new KafkaBroker(folder.data("kafka"), Ports.free(), folder.log("kafka")));
			case RABBIT -> rabbit(plan.rabbit, folder);
		};
	}

	private static ShopBroker kafka(KafkaBroker kafka) {
		return new ShopBroker(Optional.of(kafka), "kafka " + kafka.bootstrapServers(),
				Map.of("SPRING_PROFILES_ACTIVE", "kafka", "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
						"SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", kafka.bootstrapServers()));
	}

	private static ShopBroker rabbit(@Nullable RabbitAddress given, ShopFolder folder) {
		if (given != null) {
			given.check();
			return rabbit(Optional.empty(), given);
		}
		RabbitNode node = new RabbitNode(folder.data("rabbit"), Ports.free(), folder.log("rabbit"));
		return rabbit(Optional.of(node), node.address());
	}

	private static ShopBroker rabbit(Optional<Server> server, RabbitAddress address) {
		return new ShopBroker(server, "rabbit " + address.url(),
				Map.of("SPRING_PROFILES_ACTIVE", "rabbit", "SPRING_RABBITMQ_HOST", address.host(),
						"SPRING_RABBITMQ_PORT", String.valueOf(address.port()), "SPRING_RABBITMQ_USERNAME",
						address.user(), "SPRING_RABBITMQ_PASSWORD", address.password(), "SPRING_RABBITMQ_VIRTUAL_HOST",
						address.virtualHost(), "SPRING_RABBITMQ_SSL_ENABLED", String.valueOf(address.secure())));
	}

}
