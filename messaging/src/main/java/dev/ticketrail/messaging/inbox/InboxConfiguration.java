package dev.ticketrail.messaging.inbox;

import java.time.InstantSource;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.broker.DeliveryReader;
import dev.ticketrail.messaging.deadletter.DeadLetterSender;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox's parts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
public class InboxConfiguration {

	@Bean
	ProcessedEvents processedEvents(JdbcTemplate jdbc) {
		return new ProcessedEvents(jdbc);
	}

	@Bean
	Outages inboxOutages(InboxSettings settings) {
		return new Outages(settings);
	}

	@Bean
	MeterBinder inboxMetrics(Outages outages) {
		return (registry) -> Gauge.builder("ticketrail.inbox.waiting", outages, (waiting) -> waiting.waiting().size())
			.description("Subscriptions whose messages stay in the broker because the world is down")
			.register(registry);
	}

	@Bean
	ListenerRegistry inboxListenerRegistry() {
		return new ListenerRegistry();
	}

	@Bean
	EventTransaction inboxTransaction(ProcessedEvents processed, PlatformTransactionManager transactions, Causes causes,
			InstantSource time, MeterRegistry meters) {
		return new EventTransaction(processed, new TransactionTemplate(transactions), causes, time, meters);
	}

	@Bean
	InHand inboxInHand() {
		return new InHand();
	}

	@Bean
	Inbox inbox(DeliveryReader reader, EventTransaction transaction, Outages outages, DeadLetterSender deadLetters,
			InHand inHand, InboxSettings settings, Bindings bindings, ListenerRegistry registry) {
		BatchProcessor processor = new BatchProcessor(reader, transaction, outages, deadLetters, inHand, settings);
		return new TransactionalInbox(processor, bindings, registry);
	}

	@Bean
	Replay deadLetterReplay(ListenerRegistry registry, EventTransaction transaction) {
		return new Replay(registry, transaction);
	}

	@Bean
	InboxCleaner inboxCleaner(ProcessedEvents processed, InboxSettings settings, InstantSource time) {
		return new InboxCleaner(processed, settings, time);
	}

}
