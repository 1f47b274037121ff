package dev.ticketrail.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.context.ActiveProfiles;

/**
 * Gives a {@code @SpringBootTest} a database of its own, a real broker with its profile,
 * and a {@link TestBroker} bean.
 * <p>
 * A PostgreSQL, a Kafka and a RabbitMQ are started at most once in a JVM, when the first
 * test asks for them, and stopped when the JVM ends. Where they come from, in this order:
 * <ol>
 * <li>the environment: {@code TICKETRAIL_TEST_POSTGRES_URL} (JDBC, an administrator's
 * with user and password), {@code TICKETRAIL_TEST_KAFKA_BROKERS},
 * {@code TICKETRAIL_TEST_RABBIT_URL} ({@code amqp://…}, whose virtual host is used as it
 * is);</li>
 * <li>Testcontainers, where a Docker engine answers;</li>
 * <li>this machine, see {@code dev.ticketrail.launcher}.</li>
 * </ol>
 * Where one cannot be had the tests are skipped, saying why; with {@code CI=true} they
 * fail instead.
 * <p>
 * On RabbitMQ each context has a virtual host of its own. On Kafka all contexts share the
 * topics and the consumer groups: keep one context a module.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ActiveProfiles(resolver = BrokerProfile.class)
@ExtendWith(InfrastructureCondition.class)
public @interface RealInfrastructure {

	/** The broker to run on. */
	Broker value();

}
