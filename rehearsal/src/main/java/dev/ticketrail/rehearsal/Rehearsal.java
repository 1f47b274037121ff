package dev.ticketrail.rehearsal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * Starts like a service, lets a {@link Visitor} come, and ends; once for each broker. Run
 * by demo-launcher with {@code -XX:AOTCacheOutput}, against servers of its own.
 * <p>
 * Its jar is on the class path of every service, because a cache is valid only for what
 * begins with the class path it was trained on. Hence its configuration has a name of its
 * own.
 */
@SpringBootApplication
public class Rehearsal {

	/**
	 * @param brokers the profiles, one after the other
	 */
	public static void main(String... brokers) throws Exception {
		for (String broker : brokers) {
			rehearse(broker);
		}
	}

	private static void rehearse(String broker) throws Exception {
		try (var context = new SpringApplicationBuilder(Rehearsal.class).profiles(broker)
			.properties("spring.config.name=rehearsal", "server.port=0")
			.run()) {
			Environment environment = context.getEnvironment();
			new Visitor(environment.getRequiredProperty("local.server.port", Integer.class),
					environment.getRequiredProperty("OPERATOR_PASSWORD"))
				.visit();
		}
	}

}
