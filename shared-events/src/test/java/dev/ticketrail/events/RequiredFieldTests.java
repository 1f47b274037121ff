package dev.ticketrail.events;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequiredFieldTests {

	/** Absent where there is nothing to say; everything else is required. */
	private static final Set<String> OPTIONAL = Set.of("email.send /data/orderId", "order.placed /data/paymentMethod");

	@ParameterizedTest
	@MethodSource("requiredFields")
	void missingFieldIsNamed(Class<?> eventType, JsonPointer field) {
		JsonNode message = GoldenFiles.read(eventType);
		parentOf(field, message).remove(nameOf(field));

		assertThatThrownBy(() -> GoldenFiles.parse(message, eventType)).hasMessageContaining(nameOf(field));
	}

	@ParameterizedTest
	@MethodSource("requiredFields")
	void nullIsNamedLikeAMissingField(Class<?> eventType, JsonPointer field) {
		JsonNode message = GoldenFiles.read(eventType);
		parentOf(field, message).putNull(nameOf(field));

		assertThatThrownBy(() -> GoldenFiles.parse(message, eventType)).hasMessageContaining(nameOf(field));
	}

	@Test
	void optionalFieldMayBeMissing() {
		JsonNode message = GoldenFiles.read(EmailRequested.class);
		((ObjectNode) message.path("data")).remove("orderId");

		assertThatCode(() -> GoldenFiles.parse(message, EmailRequested.class)).doesNotThrowAnyException();
	}

	@Test
	void optionalFieldIsNotWrittenAsNull() {
		Envelope<?> withoutPaymentMethod = GoldenFiles.parse(GoldenFiles.read(OrderPlaced.class), OrderPlaced.class);

		assertThat(GoldenFiles.JSON.writeValueAsString(withoutPaymentMethod)).doesNotContain("paymentMethod");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-0.01", "1.999", "1E+400", "1E+999999999", "1E+2147483647", "1E-2147483647",
			"12345678901234567.89" })
	void amountThatIsNoMoneyIsRefused(BigDecimal amount) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PaymentCompleted("ORD-1", "ch_1", amount, "GBP"))
			.withMessageContaining("amount")
			.withMessageNotContaining(amount.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "49.9", "49.90", "49.9000", "4.99E+1" })
	void moneyHasTwoDecimals(BigDecimal amount) {
		assertThat(new PaymentCompleted("ORD-1", "ch_1", amount, "GBP").amount()).isEqualTo(new BigDecimal("49.90"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void quantityIsPositive(int quantity) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Item("PROD-001", quantity, BigDecimal.ONE))
			.withMessageContaining("quantity");
	}

	static Stream<Object[]> requiredFields() {
		return GoldenFiles.eventTypes().stream().flatMap((type) -> {
			List<JsonPointer> fields = new ArrayList<>();
			collect(GoldenFiles.read(type), JsonPointer.empty(), fields);
			return fields.stream()
				.filter((field) -> !OPTIONAL.contains(GoldenFiles.topic(type) + " " + field))
				.map((field) -> new Object[] { type, field });
		});
	}

	/** Every field of every object, but for what is inside a mail's model. */
	private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> fields) {
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(node.get(i), place.appendIndex(i), fields);
		}
		node.properties().forEach((field) -> {
			JsonPointer pointer = place.appendProperty(field.getKey());
			fields.add(pointer);
			if (!field.getKey().equals("model")) {
				collect(field.getValue(), pointer, fields);
			}
		});
	}

	private static ObjectNode parentOf(JsonPointer field, JsonNode message) {
		return (ObjectNode) message.at(field.head());
	}

	private static String nameOf(JsonPointer field) {
		return field.last().getMatchingProperty();
	}

}
