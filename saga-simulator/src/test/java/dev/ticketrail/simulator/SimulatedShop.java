package dev.ticketrail.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.analytics.AnalyticsRoom;
import dev.ticketrail.email.EmailRoom;
import dev.ticketrail.email.MailDesk;
import dev.ticketrail.inventory.InventoryRoom;
import dev.ticketrail.inventory.StockDesk;
import dev.ticketrail.messaging.broker.Delivery;
import dev.ticketrail.messaging.deadletter.DeadLetterHeaders;
import dev.ticketrail.order.OrderDesk;
import dev.ticketrail.order.OrderRoom;
import dev.ticketrail.payment.PaymentRoom;
import dev.ticketrail.payment.simulator.MemoryLedger;
import dev.ticketrail.shipping.MemoryShipments;
import dev.ticketrail.shipping.ShippingRoom;
import dev.ticketrail.simulator.bugs.PlantedBug;
import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.SimulatedBroker;
import dev.ticketrail.simulator.network.SimulatedClock;
import dev.ticketrail.testing.invariants.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The six services on one broker. Starting them takes a second, so a shop is used for
 * many days, one after the other: each begins with empty databases.
 */
final class SimulatedShop {

	private static final Map<String, Class<?>> ROOMS = new LinkedHashMap<>();

	static {
		ROOMS.put("order-service", OrderRoom.class);
		ROOMS.put("payment-service", PaymentRoom.class);
		ROOMS.put("email-service", EmailRoom.class);
		ROOMS.put("inventory-service", InventoryRoom.class);
		ROOMS.put("shipping-service", ShippingRoom.class);
		ROOMS.put("analytics-service", AnalyticsRoom.class);
	}

	private final Chance chance = new Chance();

	private final SimulatedClock clock = new SimulatedClock();

	private final SimulatedBroker broker;

	private final Map<String, SimulatedService> services = new LinkedHashMap<>();

	private final OrderDesk orders;

	private final StockDesk stock;

	private final MemoryLedger ledger;

	private final MemoryShipments shipments;

	private final MailDesk mails;

	private final List<Facts.Stray> strays = new ArrayList<>();

	private Runnable meanwhile = () -> {
	};

	SimulatedShop(@Nullable PlantedBug bug) {
		this.broker = new SimulatedBroker(this.chance, bug == PlantedBug.ACKNOWLEDGED_BEFORE_COMMIT);
		ROOMS.forEach((name, room) -> this.services.put(name,
				new SimulatedService(name, room, (bug != null) ? bug.in(name) : List.of(), this.chance, this.clock,
						this.broker, () -> this.meanwhile.run())));
		this.orders = this.services.get("order-service").get(OrderDesk.class);
		this.stock = this.services.get("inventory-service").get(StockDesk.class);
		this.ledger = this.services.get("payment-service").get(MemoryLedger.class);
		this.shipments = this.services.get("shipping-service").get(MemoryShipments.class);
		this.mails = this.services.get("email-service").get(MailDesk.class);
	}

	/** Begins a new day. */
	void begin(long seed) {
		this.chance.begin(seed);
		this.clock.rewind();
		this.broker.begin();
		this.strays.clear();
		this.services.values().forEach((service) -> service.database().clear());
		this.ledger.clear();
		this.mails.clear();
		this.stock.stock("PLENTY", 1000);
		this.stock.stock("SCARCE", 1 + this.chance.below(5));
		this.stock.stock("GONE", 0);
	}

	/** What happens while somebody waits for the world outside. */
	void meanwhile(Runnable meanwhile) {
		this.meanwhile = meanwhile;
	}

	/** A stranger publishes what is no event. */
	void strays(String key, String topic) {
		this.strays.add(new Facts.Stray(key, topic));
		this.broker.store(new Delivery(topic, key, Map.of(), "{\"eventId\":".getBytes()));
	}

	Facts facts() {
		List<Facts.Event> events = new ArrayList<>();
		List<Facts.Processed> processed = new ArrayList<>();
		List<Facts.Waiting> waiting = new ArrayList<>();
		this.services.values().forEach((service) -> {
			events.addAll(service.outbox().events());
			processed.addAll(service.inbox().facts());
			waiting.addAll(service.outbox().waiting());
		});
		return new Facts(this.orders.facts(), this.ledger.facts(), this.stock.reservations(), this.stock.stock(),
				this.shipments.facts(), this.mails.facts(), events, this.broker.stored(), processed,
				this.broker.deadLetters().stream().map(SimulatedShop::letter).toList(), waiting,
				List.copyOf(this.strays));
	}

	private static Facts.DeadLetter letter(Delivery letter) {
		Map<String, String> headers = letter.headers();
		return new Facts.DeadLetter(headers.get(DeadLetterHeaders.ID), headers.get("ce_id"), letter.key(),
				headers.get(DeadLetterHeaders.TOPIC), headers.get(DeadLetterHeaders.GROUP),
				headers.get(DeadLetterHeaders.REASON));
	}

	OrderDesk orders() {
		return this.orders;
	}

	Iterable<SimulatedService> services() {
		return this.services.values();
	}

	SimulatedBroker broker() {
		return this.broker;
	}

	Chance chance() {
		return this.chance;
	}

	SimulatedClock clock() {
		return this.clock;
	}

}
