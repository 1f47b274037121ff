package dev.ticketrail.messaging.inbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * The heart of the inbox: inserts into {@code processed_event} first, looks at what came
 * back, and runs the handler for what is new; all in one transaction with what the
 * handler changes and publishes.
 */
class EventTransaction {

	private static final Logger log = LoggerFactory.getLogger(EventTransaction.class);

	private final ProcessedEvents processed;

	private final TransactionTemplate transaction;

	private final Causes causes;

	private final InstantSource time;

	private final Counter done;

	private final Counter duplicates;

	EventTransaction(ProcessedEvents processed, TransactionTemplate transaction, Causes causes, InstantSource time,
			MeterRegistry meters) {
		this.processed = processed;
		this.transaction = transaction;
		this.causes = causes;
		this.time = time;
		this.done = Counter.builder("ticketrail.inbox.processed")
			.description("Events that this instance has processed, each once")
			.register(meters);
		this.duplicates = Counter.builder("ticketrail.inbox.duplicates")
			.description("Deliveries to this instance of events that its group had recorded before")
			.register(meters);
	}

	/** Processes events of one group; those that it has processed before are left out. */
	<T> void process(String group, Handler<T> handler, List<Received<T>> batch) {
		Map<UUID, Event<T>> events = new LinkedHashMap<>();
		Map<String, TraceParent> traces = new LinkedHashMap<>();
		for (Received<T> received : batch) {
			events.putIfAbsent(received.event().id(), received.event());
			traces.put(received.sortKey(), received.trace());
		}
		this.causes.handling(traces);
		try {
			traces.values().iterator().next().whileLogging(() -> {
				Object prepared = prepare(group, handler, events);
				Set<UUID> news = Objects.requireNonNull(this.transaction.execute((status) -> {
					Set<UUID> fresh = this.processed.insert(group, events.keySet(), this.time.instant());
					List<Event<T>> unseen = events.values()
						.stream()
						.filter((event) -> fresh.contains(event.id()))
						.toList();
					if (!unseen.isEmpty()) {
						handler.inside().accept(unseen, prepared);
					}
					return fresh;
				}));
				this.done.increment(news.size());
				this.duplicates.increment(batch.size() - news.size());
				if (log.isDebugEnabled()) {
					Set<UUID> left = new HashSet<>(news);
					batch.forEach((received) -> say(received, group, left.remove(received.event().id())));
				}
			});
		}
		finally {
			this.causes.done();
		}
	}

	private static void say(Received<?> received, String group, boolean first) {
		Event<?> event = received.event();
		received.trace()
			.whileLogging(() -> log.debug("{} {}: {} by {}", event.type(), event.id(),
					first ? "processed" : "known already", group));
	}

	private <T> @Nullable Object prepare(String group, Handler<T> handler, Map<UUID, Event<T>> events) {
		if (handler.outside() == null) {
			return null;
		}
		Set<UUID> known = this.processed.known(group, events.keySet());
		List<Event<T>> unseen = new ArrayList<>(events.values());
		unseen.removeIf((event) -> known.contains(event.id()));
		return handler.outside().apply(unseen);
	}

}
