package dev.ticketrail.payment.stripe;

import java.time.InstantSource;

import dev.ticketrail.payment.PaymentGateway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class StripeConfigurationTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withBean(InstantSource.class, InstantSource::system)
		.withUserConfiguration(StripeConfiguration.class);

	@Test
	void keyMakesStripeTheGateway() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=sk_test_1")
			.run((context) -> assertThat(context.getBean(PaymentGateway.class)).isInstanceOf(StripeGateway.class));
	}

	@Test
	void emptyKeyIsNone() {
		this.service.withPropertyValues("ticketrail.stripe.api-key=")
			.run((context) -> assertThat(context).doesNotHaveBean(PaymentGateway.class));
	}

}
