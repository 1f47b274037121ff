package dev.ticketrail.messaging.deadletter;

import java.time.InstantSource;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.broker.BrokerStatus;
import dev.ticketrail.messaging.broker.DeadLetterQueues;
import dev.ticketrail.messaging.inbox.Outages;
import dev.ticketrail.messaging.inbox.Replay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters' parts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadLetterSettings.class)
public class DeadLetterConfiguration {

	@Bean
	DeadLetterRows deadLetterRows(JdbcTemplate jdbc) {
		return new DeadLetterRows(jdbc);
	}

	@Bean
	DeadLetterSender deadLetterSender(DeadLetterQueues queues, DeadLetterSettings settings, InstantSource time) {
		return new DeadLetterSender(queues, settings.acknowledgementTimeout(), time);
	}

	@Bean
	DeadLetterDrain deadLetterDrain(DeadLetterQueues queues, DeadLetterRows rows, Outages outages, InstantSource time,
			Bindings bindings) {
		return new DeadLetterDrain(queues, rows, outages, time, bindings);
	}

	@Bean
	DeadLettersEndpoint deadLettersEndpoint(DeadLetterRows rows, Replay replay, PlatformTransactionManager transactions,
			InstantSource time) {
		return new DeadLettersEndpoint(rows,
				new DeadLetters(rows, replay, new TransactionTemplate(transactions), time));
	}

	@Bean
	DeadLetterCleaner deadLetterCleaner(DeadLetterRows rows, DeadLetterSettings settings, InstantSource time) {
		return new DeadLetterCleaner(rows, settings, time);
	}

	@Bean
	BacklogEndpoint backlogEndpoint(Bindings bindings, BrokerStatus broker, DeadLetterRows rows) {
		return new BacklogEndpoint(bindings, broker, rows);
	}

	@Bean
	MeterBinder deadLetterMetrics(DeadLetterRows rows) {
		return (registry) -> Gauge
			.builder("ticketrail.deadletters.parked", rows, (letters) -> letters.count(DeadLetter.Status.PARKED, null))
			.description("Dead letters that wait for an operator")
			.register(registry);
	}

}
