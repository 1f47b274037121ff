package dev.ticketrail.messaging.deadletter;

import java.time.Duration;
import java.time.InstantSource;

import dev.ticketrail.messaging.broker.DeadLetterQueues;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way into the dead-letter queues; nobody drains them. */
@Configuration(proxyBeanMethods = false)
public class SimulatedDeadLetters {

	@Bean
	DeadLetterSender deadLetterSender(DeadLetterQueues queues, InstantSource time) {
		return new DeadLetterSender(queues, Duration.ofSeconds(1), time);
	}

}
