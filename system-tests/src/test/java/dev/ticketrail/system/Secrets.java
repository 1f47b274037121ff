package dev.ticketrail.system;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.testing.TestBroker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What nobody may read who reads logs or the reasons of dead letters. */
abstract class Secrets extends Trouble {

	private static final String CARD_NUMBER = "4000056655665556";

	Secrets(BrokerType brokerType) {
		super(brokerType);
	}

	/** Whatever else has happened to this shop is in its logs, too. */
	@Test
	void cardsAndTheOperatorsPasswordAreInNoLogAndNoReason() throws IOException {
		String declined = this.client
			.place(ShopClient.order("poor@example.com", "pm_card_chargeDeclined", Map.of("PROD-002", 1)));
		this.client.awaitStatus(declined, "CANCELLED", SOON);
		HttpResponse<String> refused = this.client.post("order-service", "/orders",
				ShopClient.order("hasty@example.com", CARD_NUMBER, Map.of("PROD-002", 1)), Map.of());
		assertThat(refused.statusCode()).isEqualTo(400);
		for (String reason : reasons("""
				{"eventId":"%s","eventType":"order.placed","timestamp":"2026-01-15T10:30:00Z",
				 "data":{"orderId":"ORD-1","items":[{"productId":"PROD-001","quantity":"pm_card_visa %s"}]}}"""
			.formatted(UUID.randomUUID(), CARD_NUMBER))) {
			assertThat(reason).isNotBlank().doesNotContain("pm_card", CARD_NUMBER);
		}
		for (Server server : this.shop.servers()) {
			List<String> lines = Files.readAllLines(server.log(), StandardCharsets.ISO_8859_1);
			assertThat(lines).as(server.name()).isNotEmpty();
			assertThat(lines.stream().filter(this::isTelling).toList()).as(server.name()).isEmpty();
		}
	}

	private boolean isTelling(String line) {
		return Stream.of("pm_card", CARD_NUMBER, this.shop.operatorPassword()).anyMatch(line::contains);
	}

	/** Why a message is a dead letter of each of its four groups. */
	private List<String> reasons(String message) {
		String key = "secret-" + UUID.randomUUID();
		try (TestBroker stranger = TestBroker.connect(this.shop.facts().get("broker"))) {
			stranger.publish("order.placed", key, message.getBytes(StandardCharsets.UTF_8));
		}
		return Stream.of("payment-service", "inventory-service", "email-service", "analytics-service")
			.map((service) -> await().atMost(SOON)
				.until(() -> this.client.deadLetters(service, key), (letters) -> !letters.isEmpty())
				.getFirst()
				.get("reason")
				.stringValue())
			.toList();
	}

}
