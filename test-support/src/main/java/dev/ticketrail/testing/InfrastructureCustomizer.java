package dev.ticketrail.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.ticketrail.launcher.Database;
import dev.ticketrail.launcher.RabbitAddress;
import org.awaitility.Awaitility;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context its database and its broker. Equal for the same broker, so that Spring
 * caches the context.
 *
 * @param broker to run on
 */
record InfrastructureCustomizer(Broker broker) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		// what is there already needs no waiting
		Awaitility.setDefaultPollDelay(Duration.ZERO);
		Map<String, Object> properties = new HashMap<>();
		Database database = PostgresSource.get().fresh();
		properties.put("spring.datasource.url", database.url());
		properties.put("spring.datasource.username", database.user());
		properties.put("spring.datasource.password", database.password());
		TestBroker client = switch (this.broker) {
			case KAFKA -> kafka(properties);
			case RABBIT -> rabbit(properties);
		};
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("real infrastructure", properties));
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerSingleton("testBroker", client);
		beans.registerDisposableBean("testBroker", client::close);
	}

	private static TestBroker kafka(Map<String, Object> properties) {
		String bootstrapServers = KafkaSource.get().bootstrapServers();
		properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
		properties.put("spring.cloud.stream.kafka.binder.brokers", bootstrapServers);
		return new KafkaTestBroker(bootstrapServers);
	}

	private static TestBroker rabbit(Map<String, Object> properties) {
		RabbitAddress address = RabbitSource.get().fresh();
		properties.put("spring.rabbitmq.addresses", address.host() + ":" + address.port());
		properties.put("spring.rabbitmq.host", address.host());
		properties.put("spring.rabbitmq.port", address.port());
		properties.put("spring.rabbitmq.username", address.user());
		properties.put("spring.rabbitmq.password", address.password());
		properties.put("spring.rabbitmq.virtual-host", address.virtualHost());
		properties.put("spring.rabbitmq.ssl.enabled", address.secure());
		return new RabbitTestBroker(address);
	}

}
