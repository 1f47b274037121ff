package dev.ticketrail.messaging.deadletter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.ticketrail.messaging.broker.DeadLetterQueues;
import dev.ticketrail.messaging.broker.Delivery;

import org.springframework.context.annotation.Primary;

/** Planted: a dead letter that cannot be sent is logged, and that is that. */
@Primary
public class SwallowedLetters implements DeadLetterQueues {

	@Override
	public CompletableFuture<Void> send(String queue, Delivery letter) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void drain(List<String> queues, Consumer<List<Delivery>> consumer) {
		// nothing comes
	}

	@Override
	public void stop() {
		// nothing runs
	}

}
