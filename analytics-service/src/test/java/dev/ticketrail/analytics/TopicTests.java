package dev.ticketrail.analytics;

import java.util.List;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicTests {

	@Test
	void listenerListensToEveryTopic() {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ClassPathResource("application.yml"));
		String destination = yaml.getObject().getProperty("spring.cloud.stream.bindings.recordEvents-in-0.destination");
		assertThat(List.of(destination.split(","))).containsExactlyInAnyOrderElementsOf(Topic.names());
	}

	@Test
	void dataThatIsNotWhatItsTypePromisesIsRefusedWithoutItsValues() {
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> Topic.of("payment.completed").read(Wire.JSON.readTree("""
					{"orderId": "ORD-1", "chargeId": "ch_secret", "amount": "much", "currency": "GBP"}""")))
			.withMessage("data.amount: is missing or has the wrong type");
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> Topic.of("payment.completed").read(Wire.JSON.readTree("""
					{"orderId": "ORD-1", "chargeId": "ch_secret", "amount": -1.00, "currency": "GBP"}""")))
			.withMessageContaining("amount must be an amount")
			.withMessageNotContaining("secret");
	}

	@Test
	void unknownTypeIsRefused() {
		assertThatExceptionOfType(UnprocessableEventException.class).isThrownBy(() -> Topic.of("order.teleported"));
	}

}
