package dev.ticketrail.testing;

import java.io.IOException;
import java.util.UUID;

import dev.ticketrail.launcher.Ports;
import dev.ticketrail.launcher.RabbitAddress;
import dev.ticketrail.launcher.RabbitNode;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.rabbitmq.RabbitMQContainer;

import org.springframework.boot.SpringApplication;

/**
 * A RabbitMQ.
 *
 * @param virtualHosts makes a virtual host of the given name, if it can
 */
record RabbitSource(VirtualHosts virtualHosts) {

	private static final Once<RabbitSource> NODE = new Once<>("RabbitMQ", RabbitSource::find);

	static RabbitSource get() {
		return NODE.get();
	}

	/**
	 * An empty virtual host; of a RabbitMQ that was given, always the one that was given.
	 */
	RabbitAddress fresh() {
		return this.virtualHosts.create("test-" + UUID.randomUUID());
	}

	private static RabbitSource find() {
		String given = System.getenv("TICKETRAIL_TEST_RABBIT_URL");
		if (given != null) {
			RabbitAddress address = RabbitAddress.parse(given);
			return new RabbitSource((_) -> address);
		}
		return new RabbitSource(Docker.answers() ? container() : local());
	}

	private static VirtualHosts local() {
		return Local.start(
				(folder) -> new RabbitNode(folder.resolve("data"), Ports.free(), folder.resolve("log")))::virtualHost;
	}

	private static VirtualHosts container() {
		RabbitMQContainer container = new RabbitMQContainer("rabbitmq:4-management");
		SpringApplication.getShutdownHandlers().add(container::stop);
		container.start();
		RabbitAddress address = new RabbitAddress(container.getHost(), container.getAmqpPort(),
				container.getAdminUsername(), container.getAdminPassword(), "/", false);
		return (name) -> {
			control(container, "add_vhost", name);
			control(container, "set_permissions", "-p", name, address.user(), ".*", ".*", ".*");
			return address.withVirtualHost(name);
		};
	}

	private static void control(RabbitMQContainer container, String... arguments) {
		String[] command = new String[arguments.length + 1];
		command[0] = "rabbitmqctl";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		try {
			ExecResult result = container.execInContainer(command);
			if (result.getExitCode() != 0) {
				throw new IllegalStateException(result.getStderr());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes virtual hosts.
	 */
	@FunctionalInterface
	interface VirtualHosts {

		RabbitAddress create(String name);

	}

}
