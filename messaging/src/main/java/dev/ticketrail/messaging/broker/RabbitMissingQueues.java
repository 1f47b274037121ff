package dev.ticketrail.messaging.broker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.MissingQueueEvent;
import org.springframework.context.ApplicationListener;

/**
 * Brings back a queue that somebody deleted while its consumer was running: the binder
 * declares its queues on each new connection, so we ask for one.
 * <p>
 * Not promised: the messages that were in the queue. What is in the outboxes comes.
 */
class RabbitMissingQueues implements ApplicationListener<MissingQueueEvent> {

	private static final Logger log = LoggerFactory.getLogger(RabbitMissingQueues.class);

	private static final long PAUSE = Duration.ofSeconds(10).toNanos();

	private final CachingConnectionFactory connections;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	RabbitMissingQueues(CachingConnectionFactory connections) {
		this.connections = connections;
	}

	@Override
	public void onApplicationEvent(MissingQueueEvent event) {
		long due = this.next.get();
		long now = System.nanoTime();
		if (now - due >= 0 && this.next.compareAndSet(due, now + PAUSE)) {
			log.error("The queue {} has been deleted, with the messages that were in it; it is made anew",
					event.getQueue());
			this.connections.resetConnection();
		}
	}

}
