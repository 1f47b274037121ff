package dev.ticketrail.messaging;

import dev.ticketrail.messaging.broker.BrokerConfiguration;
import dev.ticketrail.messaging.deadletter.DeadLetterConfiguration;
import dev.ticketrail.messaging.inbox.InboxConfiguration;
import dev.ticketrail.messaging.outbox.OutboxConfiguration;
import io.micrometer.tracing.Tracer;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Outbox, inbox, dead letters and the active broker, for every service alike. Needs a
 * bean of type {@link java.time.InstantSource}.
 */
@AutoConfiguration(before = BindingServiceConfiguration.class)
@EnableScheduling
@Import({ BrokerConfiguration.class, OutboxConfiguration.class, InboxConfiguration.class,
		DeadLetterConfiguration.class })
public class MessagingAutoConfiguration {

	@Bean
	Bindings messagingBindings(BindingServiceProperties properties) {
		return new Bindings(properties);
	}

	@Bean
	Causes messagingCauses(ObjectProvider<Tracer> tracer) {
		return new Causes(tracer.getIfAvailable());
	}

	/**
	 * Messaging's tables live in each service's database, with a history of their own:
	 * they change for other reasons than the service's tables do.
	 */
	@Bean
	FlywayMigrationStrategy messagingTablesToo() {
		return (service) -> {
			service.migrate();
			Flyway.configure()
				.configuration(service.getConfiguration())
				.locations("classpath:db/messaging")
				.table("messaging_schema_history")
				.baselineOnMigrate(true)
				.baselineVersion("0")
				.load()
				.migrate();
		};
	}

}
