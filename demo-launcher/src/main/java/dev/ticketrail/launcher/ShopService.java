package dev.ticketrail.launcher;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The shop's services, in the order of their ports.
 */
public enum ShopService {

	ORDER("order-service", "orders"),

	PAYMENT("payment-service", "payments"),

	EMAIL("email-service", "emails"),

	INVENTORY("inventory-service", "inventory"),

	SHIPPING("shipping-service", "shipping"),

	ANALYTICS("analytics-service", "analytics");

	private final String id;

	private final String database;

	ShopService(String id, String database) {
		this.id = id;
		this.database = database;
	}

	/** The name of the module, of the jar and of the consumer group. */
	public String id() {
		return this.id;
	}

	/** The name of its database. */
	public String database() {
		return this.database;
	}

	/**
	 * How much heap it may use, as a JVM's option. A crowd of a thousand customers who
	 * wait for order-service's answer holds 120 MB.
	 */
	public String heap() {
		return (this == ORDER) ? "-Xmx512m" : "-Xmx256m";
	}

	/** The port of the first instance. */
	public int port(int base) {
		return base + 1 + ordinal();
	}

	/** The name of an instance, counted from 1. */
	String instance(int number) {
		return (number == 1) ? this.id : this.id + "." + number;
	}

	static Optional<ShopService> named(String id) {
		return Arrays.stream(values()).filter((service) -> service.id.equals(id)).findFirst();
	}

	static String names() {
		return Arrays.stream(values()).map(ShopService::id).collect(Collectors.joining(", "));
	}

}
