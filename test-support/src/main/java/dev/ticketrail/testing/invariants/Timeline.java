package dev.ticketrail.testing.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the facts know about an order, a product or an event, in the order of time. */
final class Timeline {

	private final List<Moment> moments = new ArrayList<>();

	private Timeline() {
	}

	static List<String> of(Facts facts, String subject) {
		Timeline timeline = new Timeline();
		facts.orders().stream().filter((order) -> order.id().equals(subject)).forEach((order) -> {
			timeline.add(order.placedAt(), "order-service: placed, " + order.total());
			timeline.add(order.statusSince(), "order-service: " + order.status());
		});
		facts.events()
			.stream()
			.filter((event) -> event.key().equals(subject) || event.id().equals(subject))
			.forEach((event) -> timeline.add(event.at(),
					event.source() + " published " + event.type() + ", heard by " + groups(facts, event)));
		facts.charges()
			.stream()
			.filter((charge) -> charge.orderId().equals(subject))
			.forEach((charge) -> timeline.add(charge.at(),
					"gateway: charged " + charge.charged() + ", refunded " + charge.refunded()));
		facts.reservations()
			.stream()
			.filter((reservation) -> reservation.orderId().equals(subject) || reservation.lines().containsKey(subject))
			.forEach((reservation) -> timeline.add(reservation.at(), "inventory-service: " + reservation.status() + " "
					+ reservation.lines() + " for " + reservation.orderId()));
		facts.shipments()
			.stream()
			.filter((shipment) -> shipment.orderId().equals(subject))
			.forEach((shipment) -> timeline.add(shipment.at(), "shipping-service: " + shipment.status()));
		facts.mails()
			.stream()
			.filter((mail) -> subject.equals(mail.orderId()) || mail.id().equals(subject))
			.forEach((mail) -> timeline.add(mail.at(), "email-service: " + mail.template() + " " + mail.status()));
		facts.deadLetters()
			.stream()
			.filter((letter) -> subject.equals(letter.key()))
			.forEach((letter) -> timeline.add(Instant.MAX,
					letter.group() + " gave up " + letter.topic() + ": " + letter.reason()));
		return timeline.inOrder();
	}

	private static List<String> groups(Facts facts, Facts.Event event) {
		return facts.processed()
			.stream()
			.filter((processed) -> processed.eventId().equals(event.id()))
			.map(Facts.Processed::group)
			.sorted()
			.toList();
	}

	private void add(Instant at, String what) {
		this.moments.add(new Moment(at, what));
	}

	private List<String> inOrder() {
		return this.moments.stream()
			.sorted(Comparator.comparing(Moment::at))
			.map((moment) -> (moment.at().equals(Instant.MAX) ? "in the end" : moment.at()) + "  " + moment.what())
			.toList();
	}

	private record Moment(Instant at, String what) {

	}

}
