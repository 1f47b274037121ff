package dev.ticketrail.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a shop consists of. Without any call: everything once, on Kafka, on the usual
 * ports, with data that are gone at the end.
 */
public final class ShopPlan {

	BrokerType broker = BrokerType.KAFKA;

	@Nullable RabbitAddress rabbit;

	/** 0 stands for free ports. */
	int portBase = 8080;

	@Nullable Path data;

	boolean supervised = true;

	boolean optimised;

	final Map<ShopService, Integer> instances = new EnumMap<>(ShopService.class);

	final Set<ShopService> without = EnumSet.noneOf(ShopService.class);

	final Map<String, String> environment = new LinkedHashMap<>();

	int mails = 10_000;

	Detour detour = Detour.NONE;

	Consumer<String> progress = (_) -> {
	};

	public ShopPlan broker(BrokerType broker) {
		this.broker = broker;
		return this;
	}

	/** Uses a RabbitMQ that runs already. */
	public ShopPlan rabbit(RabbitAddress address) {
		this.broker = BrokerType.RABBIT;
		this.rabbit = address;
		return this;
	}

	/** The services' ports are this one + 1 to + 6. */
	public ShopPlan portBase(int portBase) {
		this.portBase = portBase;
		return this;
	}

	/** The services' ports are any free ones. */
	public ShopPlan freePorts() {
		this.portBase = 0;
		return this;
	}

	/** Keeps the data in a folder, and goes on with what is in it. */
	public ShopPlan data(Path folder) {
		this.data = folder;
		return this;
	}

	public ShopPlan instances(ShopService service, int number) {
		this.instances.put(service, number);
		return this;
	}

	public ShopPlan without(ShopService service) {
		this.without.add(service);
		return this;
	}

	/** What dies stays dead until somebody starts it. */
	public ShopPlan unsupervised() {
		this.supervised = false;
		return this;
	}

	/**
	 * The services run with the JVM's optimising compiler: slower for the first minutes
	 * of a load, and more than twice as fast afterwards.
	 */
	public ShopPlan optimised() {
		this.optimised = true;
		return this;
	}

	/** A further environment variable of all services. */
	public ShopPlan environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	/** How many mails the mail server remembers. */
	public ShopPlan mails(int mails) {
		this.mails = mails;
		return this;
	}

	/** Leads the services' connections to a database, broker or mail server elsewhere. */
	public ShopPlan detour(Detour detour) {
		this.detour = detour;
		return this;
	}

	/** Is told in one line what happens. */
	public ShopPlan progress(Consumer<String> progress) {
		this.progress = progress;
		return this;
	}

}
