package dev.ticketrail.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.ticketrail.messaging.Bindings;
import dev.ticketrail.messaging.Causes;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.broker.DeliveryReader;
import dev.ticketrail.messaging.deadletter.SimulatedDeadLetters;
import dev.ticketrail.messaging.inbox.EventListener;
import dev.ticketrail.messaging.inbox.MemoryProcessedEvents;
import dev.ticketrail.messaging.inbox.SimulatedInbox;
import dev.ticketrail.messaging.outbox.MemoryOutboxRows;
import dev.ticketrail.messaging.outbox.SimulatedOutbox;
import dev.ticketrail.messaging.outbox.SimulatedRelay;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.DeliveredBatches;
import dev.ticketrail.simulator.network.SimulatedBroker;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One service: its classes and messaging's, in a Spring context without a web server. */
final class SimulatedService {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Database database;

	private final MemoryOutboxRows outbox;

	private final MemoryProcessedEvents inbox;

	private final SimulatedRelay relay;

	/**
	 * Starts a service.
	 * @param room its classes
	 * @param bugs beans that take the place of its own
	 */
	SimulatedService(String name, Class<?> room, List<Class<?>> bugs, Chance chance, InstantSource clock,
			SimulatedBroker broker, Runnable meanwhile) {
		this.database = new Database(chance);
		Bindings bindings = ServiceBindings.of(name);
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("name", Map.of("spring.application.name", name)));
		this.context.registerBean(Database.class, () -> this.database);
		this.context.registerBean(Chance.class, () -> chance);
		this.context.registerBean(InstantSource.class, () -> clock);
		this.context.registerBean(SimulatedBroker.class, () -> broker, (bean) -> bean.setDestroyMethodName(""));
		this.context.registerBean("meanwhile", Runnable.class, () -> meanwhile);
		this.context.registerBean(Bindings.class, () -> bindings);
		this.context.registerBean(Causes.class, () -> new Causes(null));
		this.context.registerBean(JsonMapper.class, () -> Wire.JSON);
		this.context.registerBean(DeliveryReader.class, DeliveredBatches::new);
		this.context.register(Transactions.class, SimulatedInbox.class, SimulatedOutbox.class,
				SimulatedDeadLetters.class, room);
		bugs.forEach(this.context::register);
		this.context.refresh();
		this.outbox = get(MemoryOutboxRows.class);
		this.inbox = get(MemoryProcessedEvents.class);
		this.relay = get(SimulatedRelay.class);
		this.context.getBeansOfType(EventListener.class)
			.forEach((listener, bean) -> bindings.of(listener)
				.forEach((subscription) -> broker.subscribe(subscription, bean)));
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	Database database() {
		return this.database;
	}

	MemoryOutboxRows outbox() {
		return this.outbox;
	}

	MemoryProcessedEvents inbox() {
		return this.inbox;
	}

	SimulatedRelay relay() {
		return this.relay;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class Transactions {

	}

}
