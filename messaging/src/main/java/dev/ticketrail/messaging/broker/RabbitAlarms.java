package dev.ticketrail.messaging.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionBlockedEvent;
import org.springframework.amqp.rabbit.connection.ConnectionUnblockedEvent;
import org.springframework.context.event.EventListener;

/**
 * Hears it when RabbitMQ takes no messages because it lacks memory or disk. It says
 * nothing else then: what is sent waits for its confirm.
 * <p>
 * Not known: an alarm while this instance has nothing to send. RabbitMQ tells those who
 * publish.
 */
class RabbitAlarms {

	private final Map<Connection, String> blocked = new ConcurrentHashMap<>();

	@EventListener
	void onBlocked(ConnectionBlockedEvent event) {
		this.blocked.put(event.getConnection(), event.getReason());
	}

	@EventListener
	void onUnblocked(ConnectionUnblockedEvent event) {
		this.blocked.remove(event.getConnection());
	}

	/**
	 * Makes sure that it takes messages.
	 * @throws IllegalStateException with its reason
	 */
	void check() {
		this.blocked.keySet().removeIf((connection) -> !connection.isOpen());
		this.blocked.values().stream().findAny().ifPresent((reason) -> {
			throw new IllegalStateException("RabbitMQ takes no messages: " + reason);
		});
	}

}
