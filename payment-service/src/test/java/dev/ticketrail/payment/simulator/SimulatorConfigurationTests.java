package dev.ticketrail.payment.simulator;

import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorConfigurationTests {

	private static final Class<?> DESK = ClassUtils
		.resolveClassName("dev.ticketrail.payment.simulator.web.GatewayController", null);

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withBean(LazyInitializationBeanFactoryPostProcessor.class)
		.withUserConfiguration(SimulatorConfiguration.class, DESK);

	@Test
	void gatewayIsSimulatedWithoutAKey() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=")
			.run((context) -> assertThat(context).hasSingleBean(SimulatedGateway.class).hasSingleBean(DESK));
	}

	@Test
	void simulatorAndItsDeskAreNotThereBesideStripe() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=sk_test_1")
			.run((context) -> assertThat(context).doesNotHaveBean(SimulatedGateway.class).doesNotHaveBean(DESK));
	}

}
