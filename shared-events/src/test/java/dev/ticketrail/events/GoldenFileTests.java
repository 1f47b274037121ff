package dev.ticketrail.events;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GoldenFileTests {

	@ParameterizedTest
	@MethodSource("dev.ticketrail.events.GoldenFiles#eventTypes")
	void messageIsReadAndWrittenBackUnchanged(Class<?> eventType) {
		JsonNode golden = GoldenFiles.read(eventType);

		Envelope<?> envelope = GoldenFiles.parse(golden, eventType);
		String written = GoldenFiles.JSON.writeValueAsString(envelope);

		assertThat(GoldenFiles.text(GoldenFiles.JSON.readTree(written))).isEqualTo(GoldenFiles.text(golden));
		assertThat(envelope.data()).isInstanceOf(eventType);
		assertThat(envelope.eventType()).isEqualTo(GoldenFiles.topic(eventType));
	}

	@ParameterizedTest
	@MethodSource("dev.ticketrail.events.GoldenFiles#eventTypes")
	void fieldsOfALaterVersionAreIgnored(Class<?> eventType) {
		JsonNode golden = GoldenFiles.read(eventType);
		JsonNode later = golden.deepCopy();
		addUnknownFields(later);

		assertThat(GoldenFiles.parse(later, eventType)).isEqualTo(GoldenFiles.parse(golden, eventType));
		assertThat(later).isNotEqualTo(golden);
	}

	/** All but a mail's model: there every field is a known one. */
	private static void addUnknownFields(JsonNode node) {
		node.properties()
			.stream()
			.filter((field) -> !field.getKey().equals("model"))
			.forEach((field) -> addUnknownFields(field.getValue()));
		if (node.isArray()) {
			node.forEach(GoldenFileTests::addUnknownFields);
		}
		if (node instanceof ObjectNode object) {
			object.putObject("addedLater").putArray("with").add(1).addNull();
		}
	}

	@Test
	void everyFileHasItsEventType() throws IOException {
		List<String> topics = GoldenFiles.eventTypes()
			.stream()
			.map((type) -> GoldenFiles.topic(type) + ".json")
			.toList();
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(topics);
		}
	}

	/** The example of the contract, field by field. */
	@Test
	void orderPlacedSaysWhatTheContractSays() {
		Envelope<?> envelope = GoldenFiles.parse(GoldenFiles.read(OrderPlaced.class), OrderPlaced.class);

		assertThat(envelope.eventId()).hasToString("0197f3c2-6c1e-7a55-9d8c-0d2f3a4b5c6d");
		assertThat(envelope.timestamp()).isEqualTo(Instant.parse("2026-01-15T10:30:00.123Z"));
		OrderPlaced order = (OrderPlaced) envelope.data();
		assertThat(order.customer()).isEqualTo(new Customer("Ada Smith", "ada@example.com"));
		assertThat(order.items()).containsExactly(new Item("PROD-001", 2, new BigDecimal("29.99")),
				new Item("PROD-042", 1, new BigDecimal("49.99")));
		assertThat(order.total()).isEqualTo(new BigDecimal("109.97"));
		assertThat(order.currency()).isEqualTo("GBP");
		assertThat(order.shippingAddress()).isEqualTo(new Address("123 Main St", "London", "EC1A 1BB"));
		assertThat(order.paymentMethod()).isNull();
	}

	@Test
	void eventTypesHaveTheNamesOfTheContract() {
		assertThat(GoldenFiles.eventTypes().stream().map(GoldenFiles::topic)).containsExactlyInAnyOrder(
				"user.registered", "order.placed", "payment.completed", "payment.failed", "payment.refunded",
				"inventory.reserved", "inventory.rejected", "inventory.low", "order.confirmed", "order.shipped",
				"order.cancelled", "email.send");
	}

}
