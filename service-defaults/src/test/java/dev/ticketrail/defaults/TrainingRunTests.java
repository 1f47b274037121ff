package dev.ticketrail.defaults;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingRunTests {

	private static final List<String> happened = new ArrayList<>();

	@BeforeEach
	void forget() {
		happened.clear();
	}

	@Test
	void makesAllBeansForEachBrokerAndStartsNothing() {
		TrainingRun.train(Service.class, "rabbit");
		TrainingRun.train(Service.class, "kafka");

		assertThat(happened).containsExactly("made for rabbit", "made for kafka");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		SmartInitializingSingleton lastBean(Environment environment) {
			return () -> happened.add("made for " + environment.getActiveProfiles()[0]);
		}

		@Bean
		SmartLifecycle server() {
			return new SmartLifecycle() {

				@Override
				public void start() {
					happened.add("started");
				}

				@Override
				public void stop() {
				}

				@Override
				public boolean isRunning() {
					return false;
				}

			};
		}

	}

}
