package dev.ticketrail.messaging.outbox;

import java.time.InstantSource;

import javax.sql.DataSource;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.broker.EventSender;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outbox's parts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {

	@Bean
	OutboxRows outboxRows(JdbcTemplate jdbc) {
		return new OutboxRows(jdbc);
	}

	@Bean
	OutboxRelay outboxRelay(DataSource dataSource, OutboxRows rows, EventSender sender, OutboxSettings settings,
			InstantSource time, @Value("${spring.application.name}") String source) {
		return new OutboxRelay(dataSource, rows, new OutboxBatch(sender, rows, settings, time, source), settings,
				new Gathering(time));
	}

	@Bean
	Outbox outbox(OutboxRows rows, Bindings bindings, Causes causes, InstantSource time, OutboxSettings settings,
			OutboxRelay relay) {
		return new TransactionalOutbox(rows, bindings, causes, time, settings.maxEventSize(), relay::wake);
	}

	@Bean
	OutboxBacklog outboxBacklog(OutboxRows rows) {
		return rows::count;
	}

	@Bean
	OutboxEndpoint outboxEndpoint(OutboxRows rows, InstantSource time) {
		return new OutboxEndpoint(rows, time);
	}

	@Bean
	MeterBinder outboxMetrics(OutboxRows rows) {
		return (registry) -> Gauge.builder("ticketrail.outbox.pending", rows, OutboxRows::count)
			.description("Events that are committed and not yet acknowledged by the broker")
			.register(registry);
	}

}
