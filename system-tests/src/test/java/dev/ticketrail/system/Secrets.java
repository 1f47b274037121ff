package dev.ticketrail.system;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What nobody may read who reads logs or the reasons of dead letters. */
abstract class Secrets extends Trouble {

	private static final String CARD_NUMBER = "4000056655665556";

	Secrets(BrokerType brokerType) {
		super(brokerType);
	}

	/** Whatever else happened to this shop before is in its logs, too. */
	@Test
	void cardsAndPasswordsAreInNoLogAndNoReason() {
		String declined = this.client
			.place(ShopClient.order("poor@example.com", "pm_card_chargeDeclined", Map.of("PROD-002", 1)));
		this.client.awaitStatus(declined, "CANCELLED", SOON);
		assertThat(this.client
			.post("order-service", "/orders", ShopClient.order("hasty@example.com", CARD_NUMBER, Map.of("PROD-002", 1)),
					Map.of())
			.statusCode()).isEqualTo(400);
		JsonNode letter = letterAbout("""
				{"eventId":"%s","eventType":"order.placed","timestamp":"2026-01-15T10:30:00Z",
				 "data":{"orderId":"ORD-1","paymentMethod":["pm_card_visa","%s"]}}""".formatted(UUID.randomUUID(),
				CARD_NUMBER));
		assertThat(letter.get("reason").stringValue()).isNotBlank().doesNotContain("pm_card", CARD_NUMBER);
		for (Server server : this.shop.servers()) {
			if (server.name().contains("-service")) {
				assertThat(server.log()).content()
					.as(server.name())
					.contains("Started")
					.doesNotContain("pm_card", CARD_NUMBER, this.shop.operatorPassword());
			}
		}
	}

	private JsonNode letterAbout(String message) {
		String key = "secret-" + UUID.randomUUID();
		try (TestBroker stranger = TestBroker.connect(this.shop.facts().get("broker"))) {
			stranger.publish("order.placed", key, message.getBytes(StandardCharsets.UTF_8));
		}
		return await().atMost(SOON)
			.until(() -> this.client.deadLetters("payment-service", key), (letters) -> !letters.isEmpty())
			.getFirst();
	}

}
