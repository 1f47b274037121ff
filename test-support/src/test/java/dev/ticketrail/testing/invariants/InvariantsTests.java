package dev.ticketrail.testing.invariants;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order that was bought and shipped, and what is said when one fact is another.
 * saga-simulator shows the rest.
 */
class InvariantsTests {

	private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

	private static final BigDecimal PRICE = new BigDecimal("29.99");

	private final List<Facts.Charge> charges = new ArrayList<>(
			List.of(new Facts.Charge("ORD-1", PRICE, BigDecimal.ZERO, NOON)));

	private final List<Facts.Event> events = new ArrayList<>();

	private final List<String> published = new ArrayList<>();

	private final List<Facts.Processed> processed = new ArrayList<>();

	InvariantsTests() {
		happened("e1", "order.placed", "order-service", "payment-service", "inventory-service", "email-service");
		happened("e2", "order.confirmed", "order-service", "shipping-service");
	}

	private void happened(String id, String type, String source, String... groups) {
		this.events.add(new Facts.Event(id, type, "ORD-1", source, NOON));
		this.published.add(id);
		this.processed.add(new Facts.Processed("analytics-service", id));
		for (String group : groups) {
			this.processed.add(new Facts.Processed(group, id));
		}
	}

	private List<Violation> violations() {
		return Invariants.violations(new Facts(
				List.of(new Facts.Order("ORD-1", "key", "SHIPPED", PRICE, NOON, NOON.plusSeconds(1), false)),
				this.charges, List.of(new Facts.Reservation("ORD-1", "RESERVED", Map.of("CUP", 1), NOON)),
				List.of(new Facts.Stock("CUP", 10, 9, 1)), List.of(new Facts.Shipment("ORD-1", "SHIPPED", NOON, false)),
				List.of(mail("EML-1", "order-placed"), mail("EML-2", "order-shipped")), this.events, this.published,
				this.processed, List.of(), List.of(), List.of()));
	}

	private static Facts.Mail mail(String id, String template) {
		return new Facts.Mail(id, "ORD-1", template, "SENT", NOON, 1, 0);
	}

	@Test
	void orderThatIsShippedOncePaidOnceAndMailedAboutIsInOrder() {
		assertThat(violations()).isEmpty();
	}

	@Test
	void violationNamesInvariantOrderAndTimeline() {
		this.charges.clear();
		assertThat(violations()).singleElement().satisfies((violation) -> {
			assertThat(violation.summary()).isEqualTo("I4 ORD-1: is shipped for 29.99, and the gateway keeps 0");
			assertThat(violation.timeline()).first().asString().contains("12:00:00Z  order-service: placed, 29.99");
			assertThat(violation.timeline()).last().asString().contains("12:00:01Z  order-service: SHIPPED");
		});
	}

	@Test
	void eventThatAGroupHasNotProcessedIsMissed() {
		this.processed.remove(new Facts.Processed("shipping-service", "e2"));
		assertThat(violations()).extracting(Violation::summary)
			.containsExactly("I1 ORD-1: order.confirmed (e2) has not been processed by shipping-service");
	}

	@Test
	void eventThatIsSentAgainLaterKeepsTheOrder() {
		this.published.add("e1");
		assertThat(violations()).isEmpty();
	}

	@Test
	void eventThatOvertakesItsPredecessorDoesNot() {
		Collections.reverse(this.published);
		assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.I3);
	}

}
