package dev.ticketrail.messaging.inbox;

import java.time.Duration;
import java.time.InstantSource;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.broker.DeliveryReader;
import dev.ticketrail.messaging.deadletter.DeadLetterSender;
import dev.ticketrail.simulator.memory.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox as it is, over {@link MemoryProcessedEvents}; it never pauses. */
@Configuration(proxyBeanMethods = false)
@Import(MemoryProcessedEvents.class)
public class SimulatedInbox {

	@Bean
	EventTransaction inboxTransaction(ProcessedEvents processed, Database database, Causes causes, InstantSource time) {
		return new EventTransaction(processed, new TransactionTemplate(database), causes, time,
				new SimpleMeterRegistry());
	}

	@Bean
	Inbox inbox(DeliveryReader reader, EventTransaction transaction, DeadLetterSender deadLetters, Bindings bindings) {
		InboxSettings settings = new InboxSettings(3, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(30));
		BatchProcessor processor = new BatchProcessor(reader, transaction, new Outages(settings), deadLetters,
				new InHand(), settings);
		return new TransactionalInbox(processor, bindings, new ListenerRegistry());
	}

}
