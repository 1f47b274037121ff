package dev.ticketrail.rehearsal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * Starts like a service, lets a {@link Visitor} come, and ends. Run by demo-launcher with
 * {@code -XX:AOTCacheOutput}, against a database and a broker of its own.
 * <p>
 * Its jar is on the class path of every service, because a cache is valid only for what
 * begins with the class path it was trained on. Hence its configuration has a name of its
 * own.
 */
@SpringBootApplication
public class Rehearsal {

	public static void main(String[] arguments) throws Exception {
		try (var context = new SpringApplicationBuilder(Rehearsal.class)
			.properties("spring.config.name=rehearsal", "server.port=0")
			.run(arguments)) {
			Environment environment = context.getEnvironment();
			new Visitor(environment.getRequiredProperty("local.server.port", Integer.class),
					environment.getRequiredProperty("OPERATOR_PASSWORD"))
				.visit();
		}
	}

}
