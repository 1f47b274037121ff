package dev.ticketrail.defaults;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Shows a JVM what a service's start needs, so that it can keep that in an AOT cache
 * ({@code -XX:AOTCacheOutput}). The service's beans are made, for each broker, and
 * nothing is started or bound: an image is built where there is no server. See
 * {@code Dockerfile}.
 */
public final class TrainingRun {

	private TrainingRun() {
	}

	/**
	 * Runs the service whose jar is the class path.
	 * @param profiles the brokers, one after the other
	 */
	public static void main(String... profiles) throws IOException, ClassNotFoundException {
		Class<?> service = Class.forName(mainClass(System.getProperty("java.class.path")));
		for (String profile : profiles) {
			train(service, profile);
		}
	}

	private static String mainClass(String jar) throws IOException {
		try (JarFile file = new JarFile(jar)) {
			return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
		}
	}

	/**
	 * Makes a service's beans, and returns before anything would be opened or called.
	 * @param service the class that is its configuration
	 * @param profile the broker
	 */
	public static void train(Class<?> service, String profile) {
		try {
			new SpringApplicationBuilder(service).profiles(profile)
				.initializers((context) -> context.getBeanFactory()
					.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
							new EndBeforeLifecycle(context)))
				.run("--spring.flyway.enabled=false",
						"--spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
						"--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false");
		}
		catch (SpringApplication.AbandonedRunException _) {
			// as far as it gets without servers
		}
	}

	/** Ends the run where servers would be opened and brokers be called. */
	private static final class EndBeforeLifecycle extends DefaultLifecycleProcessor {

		private final ConfigurableApplicationContext context;

		private EndBeforeLifecycle(ConfigurableApplicationContext context) {
			this.context = context;
		}

		@Override
		public void onRefresh() {
			throw new SpringApplication.AbandonedRunException(this.context);
		}

	}

}
