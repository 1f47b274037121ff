package dev.ticketrail.peers.chain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.peers.Work;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * All six services. Where the others are comes from {@code peer.payment} and so on, as
 * URLs.
 */
@RestController
@Profile("chain")
class Chain {

	record Mail(String orderId, String template, String address) {
	}

	record Logged(String eventType, String orderId, String data) {
	}

	private final Work work;

	private final TransactionTemplate transaction;

	private final Environment environment;

	private final JsonMapper json;

	private final RestClient http;

	Chain(Work work, TransactionTemplate transaction, Environment environment, JsonMapper json,
			RestClient.Builder http) {
		this.work = work;
		this.transaction = transaction;
		this.environment = environment;
		this.json = json;
		this.http = http.build();
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> place(@RequestBody Work.NewOrder wanted) {
		OrderPlaced placed = this.transaction.execute((_) -> this.work.place(wanted));
		String id = placed.orderId();
		PaymentCompleted paid = call("payment", "/charge", placed, PaymentCompleted.class);
		InventoryReserved reserved = call("inventory", "/reserve", placed, InventoryReserved.class);
		OrderConfirmed confirmed = this.transaction.execute((_) -> {
			this.work.pay(id);
			return this.work.reserve(id).orElseThrow();
		});
		OrderShipped shipped = call("shipping", "/ship", confirmed, OrderShipped.class);
		this.transaction.executeWithoutResult((_) -> this.work.shipped(id));
		String address = placed.customer().email();
		call("email", "/mails", new Mail[] { new Mail(id, "placed", address), new Mail(id, "shipped", address) },
				Void.class);
		call("analytics", "/log",
				new Logged[] { logged(OrderPlaced.TYPE, id, placed), logged(PaymentCompleted.TYPE, id, paid),
						logged(InventoryReserved.TYPE, id, reserved), logged(OrderConfirmed.TYPE, id, confirmed),
						logged(OrderShipped.TYPE, id, shipped) },
				Void.class);
		return Map.of("orderId", id, "status", "SHIPPED");
	}

	private Logged logged(String type, String orderId, Object event) {
		return new Logged(type, orderId, this.json.writeValueAsString(event));
	}

	private <T> T call(String service, String path, Object body, Class<T> answer) {
		return this.http.post()
			.uri(this.environment.getRequiredProperty("peer." + service) + path)
			.body(body)
			.retrieve()
			.body(answer);
	}

	@PostMapping("/charge")
	PaymentCompleted charge(@RequestBody OrderPlaced order) {
		return this.transaction.execute((_) -> this.work.charge(order).orElseThrow());
	}

	@PostMapping("/reserve")
	InventoryReserved reserve(@RequestBody OrderPlaced order) {
		return this.transaction.execute((_) -> this.work.takeFromStock(order).orElseThrow());
	}

	@PostMapping("/ship")
	OrderShipped ship(@RequestBody OrderConfirmed order) {
		return this.transaction.execute((_) -> this.work.ship(order).orElseThrow());
	}

	@PostMapping("/mails")
	void mail(@RequestBody List<Mail> mails) {
		this.transaction.executeWithoutResult(
				(_) -> mails.forEach((mail) -> this.work.mail(mail.orderId(), mail.template(), mail.address())));
	}

	@PostMapping("/log")
	void log(@RequestBody List<Logged> events) {
		this.transaction.executeWithoutResult((_) -> events.forEach((event) -> this.work
			.log(UUID.randomUUID().toString(), event.eventType(), event.orderId(), event.data())));
	}

}
