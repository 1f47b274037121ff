package dev.ticketrail.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure(Broker.RABBIT)
class RabbitInfrastructureTests extends InfrastructureContract {

	@Test
	void profileAndAddressAreSet() {
		assertThat(this.environment.getActiveProfiles()).containsExactly("rabbit");
		assertThat(this.environment.getProperty("spring.rabbitmq.addresses"))
			.endsWith(":" + this.environment.getProperty("spring.rabbitmq.port"));
		assertThat(this.environment.getProperty("spring.rabbitmq.virtual-host")).isNotBlank();
	}

}
