package dev.ticketrail.payment.simulator;

import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorConfigurationTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withBean(LazyInitializationBeanFactoryPostProcessor.class)
		.withUserConfiguration(SimulatorConfiguration.class, GatewayController.class);

	@Test
	void gatewayIsSimulatedWithoutAKey() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=")
			.run((context) -> assertThat(context).hasSingleBean(SimulatedGateway.class)
				.hasSingleBean(GatewayController.class));
	}

	@Test
	void simulatorAndItsDeskAreNotThereBesideStripe() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=sk_test_1")
			.run((context) -> assertThat(context).doesNotHaveBean(SimulatedGateway.class)
				.doesNotHaveBean(GatewayController.class));
	}

}
