package dev.ticketrail.peers.handwritten;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import dev.ticketrail.peers.twin.Outgoing;
import dev.ticketrail.peers.twin.Wire;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction a batch; returns when the broker has acknowledged what follows from it.
 */
@Component
@Profile("handwritten")
class Kitchen {

	private final Role role;

	private final Wire wire;

	private final TransactionTemplate transaction;

	Kitchen(Role role, Wire wire, TransactionTemplate transaction) {
		this.role = role;
		this.wire = wire;
		this.transaction = transaction;
	}

	/** What is listened to; public for the expressions that ask. */
	public String[] topics() {
		return this.role.topics().toArray(String[]::new);
	}

	void take(List<Received> batch) {
		Map<String, List<Received>> topics = batch.stream().collect(Collectors.groupingBy(Received::topic));
		List<Outgoing> events = this.transaction.execute((_) -> topics.entrySet()
			.stream()
			.flatMap((topic) -> this.role.take(topic.getKey(), topic.getValue()).stream())
			.toList());
		CompletableFuture.allOf(events.stream().map(this.wire::send).toArray(CompletableFuture[]::new)).join();
	}

}
