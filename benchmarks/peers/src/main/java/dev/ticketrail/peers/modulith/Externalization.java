package dev.ticketrail.peers.modulith;

import dev.ticketrail.peers.twin.Outgoing;
import dev.ticketrail.peers.twin.Publisher;
import dev.ticketrail.peers.twin.Wire;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.support.EventExternalizerModuleListener;

/** As Modulith's own modules for Kafka and AMQP do it. */
@Configuration(proxyBeanMethods = false)
@Profile("modulith")
class Externalization {

	@Bean
	Publisher publisher(ApplicationEventPublisher events) {
		return events::publishEvent;
	}

	@Bean
	EventExternalizationConfiguration externalizationConfiguration() {
		return EventExternalizationConfiguration.externalizing()
			.selectByType(Outgoing.class)
			.route(Outgoing.class, (event) -> RoutingTarget.forTarget(event.topic()).andKey(event.orderId()))
			.build();
	}

	@Bean
	EventExternalizerModuleListener externalizer(EventExternalizationConfiguration configuration, Wire wire) {
		return new EventExternalizerModuleListener(configuration, (event, _) -> wire.send((Outgoing) event));
	}

}
