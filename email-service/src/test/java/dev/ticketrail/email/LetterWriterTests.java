package dev.ticketrail.email;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetterWriterTests {

	private final LetterWriter writer = new LetterWriter(
			new EmailSettings("Ticket Rail <shop@ticketrail.example>", "buyer@ticketrail.example", 2));

	private final Customer ada = new Customer("Ada Smith", "ada@example.com");

	@Test
	void letterAboutAnOrderIsKeyedByTheOrder() {
		Letter letter = this.writer.orderPlaced(Events.placed("ORD-1", this.ada));
		assertThat(letter.about()).isEqualTo("ORD-1");
		assertThat(letter.orderId()).isEqualTo("ORD-1");
		assertThat(letter.to()).isEqualTo("ada@example.com");
		assertThat(letter.subject()).isEqualTo("We have your order ORD-1");
	}

	@Test
	void letterToAUserIsKeyedByTheUserAndAboutNoOrder() {
		Letter letter = this.writer.welcome(Events.registered(this.ada));
		assertThat(letter.about()).startsWith("USR-");
		assertThat(letter.orderId()).isNull();
	}

	@Test
	void lowStockIsToldToTheBuyerOnDuty() {
		Letter letter = this.writer.inventoryLow(Events.low("PROD-001"));
		assertThat(letter.about()).isEqualTo("PROD-001");
		assertThat(letter.to()).isEqualTo("buyer@ticketrail.example");
	}

	@Test
	void amountsKeepTheirDecimals() {
		OrderPlaced order = new OrderPlaced("ORD-1", "USR-1", this.ada,
				List.of(new Item("PROD-001", 3, new BigDecimal("9.50"))), new BigDecimal("28.50"), "GBP",
				Events.ADDRESS, null);
		Letter letter = this.writer.orderPlaced(order);
		assertThat(letter.model()).containsEntry("total", "28.50 GBP");
		assertThat(letter.model()).containsEntry("items",
				List.of(Map.of("productId", "PROD-001", "quantity", 3, "price", "28.50 GBP")));
	}

	@ParameterizedTest
	@CsvSource({ "PAYMENT_DECLINED, payment was declined", "OUT_OF_STOCK, out of stock",
			"CUSTOMER_REQUEST, you asked us to", "SOMETHING_NEW, we cannot fulfil it" })
	void reasonIsSaidInHumanWords(String reason, String words) {
		Letter letter = this.writer.orderCancelled(Events.cancelled("ORD-1", this.ada, reason));
		assertThat((String) letter.model().get("reason")).endsWith(words).doesNotContain("_");
	}

	@Test
	void lineBreakInANameStartsNoHeader() {
		Letter letter = this.writer.inventoryLow(new InventoryLow("PROD-1", "Mug\r\nBcc: eve@example.com", 1, 5));
		assertThat(letter.subject()).isEqualTo("Running low: Mug Bcc: eve@example.com (PROD-1)");
	}

}
