package dev.ticketrail.testing.invariants;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a shop that has come to rest: all of its rows, and what the world
 * outside has seen. A list that its source cannot know is empty, and the rules that need
 * it are silent.
 *
 * @param events all that were committed, in the order of their commits where that is
 * known
 * @param published ids of events in the order in which the broker stored them; an id that
 * was sent again is there again
 * @param processed one entry for each time that an event had its effect
 * @param strays what others have published, and nobody can read
 */
public record Facts(List<Order> orders, List<Charge> charges, List<Reservation> reservations, List<Stock> stock,
		List<Shipment> shipments, List<Mail> mails, List<Event> events, List<String> published,
		List<Processed> processed, List<DeadLetter> deadLetters, List<Waiting> outbox, List<Stray> strays) {

	/**
	 * An order.
	 *
	 * @param request the customer's name for the request, absent where nobody remembers
	 * @param refunded whether it has heard that the money went back
	 */
	public record Order(String id, @Nullable String request, String status, BigDecimal total, Instant placedAt,
			Instant statusSince, boolean refunded) {

	}

	/**
	 * What the gateway has done for an order.
	 *
	 * @param charged zero where it declined
	 * @param refunded all that it has paid back for this charge
	 */
	public record Charge(String orderId, BigDecimal charged, BigDecimal refunded, Instant at) {

		BigDecimal kept() {
			return this.charged.subtract(this.refunded);
		}

	}

	/**
	 * What an order holds of the stock.
	 *
	 * @param lines units by product
	 */
	public record Reservation(String orderId, String status, Map<String, Integer> lines, Instant at) {

		boolean holds() {
			return this.status.equals("RESERVED");
		}

	}

	public record Stock(String productId, int initial, int available, int reserved) {

	}

	/**
	 * What was decided about a parcel.
	 *
	 * @param cancelledLate whether the order was cancelled when it was on its way
	 */
	public record Shipment(String orderId, String status, Instant at, boolean cancelledLate) {

	}

	/**
	 * A mail that was written.
	 *
	 * @param received how often the mail server has accepted it, absent where nobody
	 * counted
	 * @param excused how often its answer was lost, so that the mail may be repeated
	 */
	public record Mail(String id, @Nullable String orderId, String template, String status, Instant at,
			@Nullable Integer received, int excused) {

	}

	/**
	 * Something that happened.
	 *
	 * @param key the aggregate's id
	 * @param source the service that published it
	 */
	public record Event(String id, String type, String key, String source, Instant at) {

	}

	public record Processed(String group, String eventId) {

	}

	/**
	 * What a group has set aside, and nobody has dealt with.
	 *
	 * @param eventId absent where it could not be read
	 */
	public record DeadLetter(String id, @Nullable String eventId, @Nullable String key, String topic, String group,
			String reason) {

	}

	/** An event that is still in a service's outbox. */
	public record Waiting(String service, String topic, String key) {

	}

	public record Stray(String key, String topic) {

	}

}
