package dev.ticketrail.messaging.broker;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.ChannelListener;

/**
 * Hears it when RabbitMQ refuses a declaration because a queue or exchange of that name
 * exists with other arguments. The binder says so at DEBUG only and goes on with what is
 * there: perhaps a queue that is not replicated, or that has no dead-letter queue.
 */
class RabbitConflicts implements ChannelListener {

	private static final Logger log = LoggerFactory.getLogger(RabbitConflicts.class);

	private final Set<String> conflicts = ConcurrentHashMap.newKeySet();

	@Override
	public void onCreate(Channel channel, boolean transactional) {
	}

	@Override
	public void onShutDown(ShutdownSignalException signal) {
		if (signal.getReason() instanceof AMQP.Channel.Close close && close.getReplyCode() == AMQP.PRECONDITION_FAILED
				&& isDeclaration(close) && this.conflicts.add(close.getReplyText())) {
			log.error("{}. Drain and delete it, it is made anew at the next start", close.getReplyText());
		}
	}

	/**
	 * The numbers of {@code exchange.declare} and {@code queue.declare} in AMQP 0-9-1.
	 */
	private static boolean isDeclaration(AMQP.Channel.Close close) {
		return close.getMethodId() == 10 && (close.getClassId() == 40 || close.getClassId() == 50);
	}

	/**
	 * Makes sure that there has been none.
	 * @throws IllegalStateException with what RabbitMQ said
	 */
	void check() {
		if (!this.conflicts.isEmpty()) {
			throw new IllegalStateException("RabbitMQ has queues or exchanges of our names with other arguments; drain "
					+ "and delete them: " + new TreeSet<>(this.conflicts));
		}
	}

}
