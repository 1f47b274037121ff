package dev.ticketrail.messaging.broker;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.inbox.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The active broker. A third one gets a configuration beside these two. */
@Configuration(proxyBeanMethods = false)
@Import({ KafkaConfiguration.class, RabbitConfiguration.class })
public class BrokerConfiguration {

	private static final Logger log = LoggerFactory.getLogger(BrokerConfiguration.class);

	@Bean
	OutputChannels outputChannels(Bindings bindings, BindingService service) {
		return new OutputChannels(bindings, service);
	}

	@Bean
	HealthIndicator messagingHealthIndicator(BrokerStatus broker, Outages outages) {
		return new BrokerHealthIndicator(broker, outages);
	}

	@Bean
	ApplicationRunner brokerAnnouncement(BrokerStatus broker) {
		return (arguments) -> log.info("The broker is {}", broker.name());
	}

}
