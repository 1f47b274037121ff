package dev.ticketrail.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure(Broker.KAFKA)
class KafkaInfrastructureTests extends InfrastructureContract {

	@Test
	void profileAndAddressAreSet() {
		assertThat(this.environment.getActiveProfiles()).containsExactly("kafka");
		assertThat(this.environment.getProperty("spring.kafka.bootstrap-servers")).isNotBlank()
			.isEqualTo(this.environment.getProperty("spring.cloud.stream.kafka.binder.brokers"));
	}

}
