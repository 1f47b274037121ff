package dev.ticketrail.messaging.outbox;

import java.time.Duration;
import java.time.InstantSource;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.broker.EventSender;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** The outbox as it is, over {@link MemoryOutboxRows}. */
@Configuration(proxyBeanMethods = false)
@Import({ MemoryOutboxRows.class, SimulatedRelay.class })
public class SimulatedOutbox {

	@Bean
	Outbox outbox(OutboxRows rows, Bindings bindings, Causes causes, InstantSource time) {
		return new TransactionalOutbox(rows, bindings, causes, time, DataSize.ofMegabytes(1), () -> {
		});
	}

	@Bean
	OutboxBatch outboxBatch(EventSender sender, OutboxRows rows, InstantSource time, Environment environment) {
		OutboxSettings settings = new OutboxSettings(500, Duration.ZERO, Duration.ofSeconds(15), Duration.ZERO,
				Duration.ofMillis(100), Duration.ofSeconds(2), DataSize.ofMegabytes(1));
		return new OutboxBatch(sender, rows, settings, time,
				environment.getRequiredProperty("spring.application.name"));
	}

}
