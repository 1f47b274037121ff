package dev.ticketrail.messaging;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Lets a service start only with exactly one broker. */
class BrokerProfile implements EnvironmentPostProcessor, Ordered {

	private static final List<String> BROKERS = List.of("rabbit", "kafka");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> active = Arrays.stream(environment.getActiveProfiles()).filter(BROKERS::contains).toList();
		if (active.size() != 1) {
			throw new NotOneBrokerException(active);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	static final class NotOneBrokerException extends RuntimeException {

		NotOneBrokerException(List<String> active) {
			super((active.isEmpty() ? "No broker is chosen" : "Two brokers are chosen")
					+ ": set SPRING_PROFILES_ACTIVE to either rabbit or kafka.");
		}

	}

	static class Analyzer extends AbstractFailureAnalyzer<NotOneBrokerException> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, NotOneBrokerException cause) {
			return new FailureAnalysis(cause.getMessage(), null, cause);
		}

	}

}
