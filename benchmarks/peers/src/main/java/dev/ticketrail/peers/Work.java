package dev.ticketrail.peers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * What each service does to its own tables. Who calls it opens the transaction. What was
 * done already is looked up first, and not done again.
 */
@Component
public class Work {

	/** What a customer sends, as to the shop. */
	public record NewOrder(Customer customer, List<Line> items, Address shippingAddress, String paymentMethod) {
	}

	/** A product and how many. */
	public record Line(String productId, int quantity) {
	}

	private static final Map<String, BigDecimal> PRICES = Map.of("PROD-001", new BigDecimal("29.99"), "PROD-042",
			new BigDecimal("49.99"));

	private static final String CURRENCY = "EUR";

	private final Rows.Orders orders;

	private final Rows.Payments payments;

	private final Rows.Reservations reservations;

	private final Rows.Stocks stocks;

	private final Rows.Shipments shipments;

	private final Rows.Emails emails;

	private final Rows.Events events;

	private final JavaMailSender mails;

	private final JsonMapper json;

	Work(Rows.Orders orders, Rows.Payments payments, Rows.Reservations reservations, Rows.Stocks stocks,
			Rows.Shipments shipments, Rows.Emails emails, Rows.Events events, JavaMailSender mails, JsonMapper json) {
		this.orders = orders;
		this.payments = payments;
		this.reservations = reservations;
		this.stocks = stocks;
		this.shipments = shipments;
		this.emails = emails;
		this.events = events;
		this.mails = mails;
		this.json = json;
	}

	@EventListener(ApplicationReadyEvent.class)
	void fillTheShelves() {
		PRICES.keySet().forEach((product) -> {
			StockRow stock = new StockRow();
			stock.productId = product;
			stock.available = 100_000_000;
			this.stocks.save(stock);
		});
	}

	/** Stores an order; gives its event. */
	public OrderPlaced place(NewOrder wanted) {
		List<Item> items = wanted.items()
			.stream()
			.map((line) -> new Item(line.productId(), line.quantity(), PRICES.get(line.productId())))
			.toList();
		OrderRow order = new OrderRow();
		order.id = UUID.randomUUID().toString();
		order.userId = UUID.randomUUID().toString();
		order.customerName = wanted.customer().name();
		order.customerEmail = wanted.customer().email();
		order.lines = this.json.writeValueAsString(items);
		order.total = items.stream()
			.map((item) -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		order.street = wanted.shippingAddress().street();
		order.city = wanted.shippingAddress().city();
		order.postcode = wanted.shippingAddress().postcode();
		order.placedAt = Instant.now();
		order.status = "PLACED";
		this.orders.save(order);
		return new OrderPlaced(order.id, order.userId, wanted.customer(), items, order.total, CURRENCY,
				wanted.shippingAddress(), wanted.paymentMethod());
	}

	/** Notes that an order is paid; gives the event if that confirms it. */
	public Optional<OrderConfirmed> pay(String id) {
		OrderRow order = this.orders.findLockedById(id).orElseThrow();
		order.paid = true;
		return confirm(order);
	}

	/** Notes that the stock is reserved; gives the event if that confirms the order. */
	public Optional<OrderConfirmed> reserve(String id) {
		OrderRow order = this.orders.findLockedById(id).orElseThrow();
		order.reserved = true;
		return confirm(order);
	}

	private Optional<OrderConfirmed> confirm(OrderRow order) {
		if (!order.paid || !order.reserved || !order.status.equals("PLACED")) {
			return Optional.empty();
		}
		order.status = "CONFIRMED";
		return Optional
			.of(new OrderConfirmed(order.id, order.userId, new Customer(order.customerName, order.customerEmail),
					List.of(this.json.readValue(order.lines, Item[].class)), order.total, CURRENCY,
					new Address(order.street, order.city, order.postcode)));
	}

	/** Notes that an order is shipped. */
	public void shipped(String id) {
		this.orders.findById(id).orElseThrow().status = "SHIPPED";
	}

	/** Charges an order. */
	public Optional<PaymentCompleted> charge(OrderPlaced order) {
		if (this.payments.existsById(order.orderId())) {
			return Optional.empty();
		}
		PaymentRow payment = new PaymentRow();
		payment.orderId = order.orderId();
		payment.chargeId = "ch_" + UUID.randomUUID();
		payment.amount = order.total();
		payment.status = "CHARGED";
		payment.paidAt = Instant.now();
		this.payments.save(payment);
		return Optional.of(new PaymentCompleted(order.orderId(), payment.chargeId, order.total(), order.currency()));
	}

	/** Takes an order's items from the stock. */
	public Optional<InventoryReserved> takeFromStock(OrderPlaced order) {
		if (this.reservations.existsById(order.orderId())) {
			return Optional.empty();
		}
		Map<String, Integer> wanted = order.items().stream().collect(Collectors.toMap(Item::productId, Item::quantity));
		this.stocks.findByProductIdInOrderByProductId(List.copyOf(wanted.keySet()))
			.forEach((stock) -> stock.available -= wanted.get(stock.productId));
		ReservationRow reservation = new ReservationRow();
		reservation.orderId = order.orderId();
		reservation.lines = this.json.writeValueAsString(wanted);
		reservation.status = "RESERVED";
		reservation.changedAt = Instant.now();
		this.reservations.save(reservation);
		return Optional.of(new InventoryReserved(order.orderId(),
				order.items()
					.stream()
					.map((item) -> new InventoryReserved.ReservedItem(item.productId(), item.quantity()))
					.toList()));
	}

	/** Sends a parcel. */
	public Optional<OrderShipped> ship(OrderConfirmed order) {
		if (this.shipments.existsById(order.orderId())) {
			return Optional.empty();
		}
		ShipmentRow shipment = new ShipmentRow();
		shipment.orderId = order.orderId();
		shipment.shipmentId = "SHP-" + UUID.randomUUID();
		shipment.status = "SHIPPED";
		shipment.shippedAt = Instant.now();
		this.shipments.save(shipment);
		return Optional.of(new OrderShipped(order.orderId(), order.userId(), order.customer(), order.items(),
				order.shippingAddress(), shipment.shipmentId, "DHL", "TRK" + shipment.shipmentId));
	}

	/** Sends a mail about an order. */
	public void mail(String orderId, String template, String address) {
		String id = orderId + "/" + template;
		if (this.emails.existsById(id)) {
			return;
		}
		SimpleMailMessage mail = new SimpleMailMessage();
		mail.setFrom("shop@example.com");
		mail.setTo(address);
		mail.setSubject("Your order " + orderId);
		mail.setText("Your order has been " + template + ".");
		this.mails.send(mail);
		EmailRow email = new EmailRow();
		email.id = id;
		email.orderId = orderId;
		email.template = template;
		email.status = "SENT";
		email.sentAt = Instant.now();
		this.emails.save(email);
	}

	/** Logs an event. */
	public void log(String eventId, String eventType, String orderId, String data) {
		if (this.events.existsById(eventId)) {
			return;
		}
		EventRow event = new EventRow();
		event.eventId = eventId;
		event.eventType = eventType;
		event.orderId = orderId;
		event.receivedAt = Instant.now();
		event.data = data;
		this.events.save(event);
	}

}
