package dev.ticketrail.peers.twin;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.peers.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All six services; the configured functions say which one this is. */
@Configuration(proxyBeanMethods = false)
@Profile(Twin.VARIANTS)
class Twin {

	static final String VARIANTS = "textbook | modulith | namastack | namastack-tuned";

	private final Work work;

	private final Publisher publisher;

	private final JsonMapper json;

	private final TransactionTemplate transaction;

	Twin(Work work, Publisher publisher, JsonMapper json, TransactionTemplate transaction) {
		this.work = work;
		this.publisher = publisher;
		this.json = json;
		this.transaction = transaction;
	}

	@RestController
	@Profile(VARIANTS)
	record Waiter(Twin twin) {

		@PostMapping("/orders")
		@ResponseStatus(HttpStatus.CREATED)
		Map<String, String> place(@RequestBody Work.NewOrder wanted) {
			return this.twin.transaction.execute((_) -> {
				OrderPlaced placed = this.twin.work.place(wanted);
				this.twin.publish(OrderPlaced.TYPE, placed.orderId(), placed);
				return Map.of("orderId", placed.orderId(), "status", "PLACED");
			});
		}

	}

	@Bean
	Consumer<PaymentCompleted> pay() {
		return (event) -> inTransaction(() -> this.work.pay(event.orderId()).ifPresent(this::confirmed));
	}

	@Bean
	Consumer<InventoryReserved> reserve() {
		return (event) -> inTransaction(() -> this.work.reserve(event.orderId()).ifPresent(this::confirmed));
	}

	private void confirmed(OrderConfirmed event) {
		publish(OrderConfirmed.TYPE, event.orderId(), event);
	}

	@Bean
	Consumer<OrderShipped> ship() {
		return (event) -> inTransaction(() -> this.work.shipped(event.orderId()));
	}

	@Bean
	Consumer<OrderPlaced> charge() {
		return (event) -> inTransaction(() -> this.work.charge(event)
			.ifPresent((charged) -> publish(PaymentCompleted.TYPE, event.orderId(), charged)));
	}

	@Bean
	Consumer<OrderPlaced> takeFromStock() {
		return (event) -> inTransaction(() -> this.work.takeFromStock(event)
			.ifPresent((reserved) -> publish(InventoryReserved.TYPE, event.orderId(), reserved)));
	}

	@Bean
	Consumer<OrderConfirmed> sendParcel() {
		return (event) -> inTransaction(() -> this.work.ship(event)
			.ifPresent((shipped) -> publish(OrderShipped.TYPE, event.orderId(), shipped)));
	}

	@Bean
	Consumer<OrderPlaced> mailPlaced() {
		return (event) -> inTransaction(() -> this.work.mail(event.orderId(), "placed", event.customer().email()));
	}

	@Bean
	Consumer<OrderShipped> mailShipped() {
		return (event) -> inTransaction(() -> this.work.mail(event.orderId(), "shipped", event.customer().email()));
	}

	@Bean
	Consumer<Message<byte[]>> log() {
		return (message) -> inTransaction(() -> {
			JsonNode event = this.json.readTree(message.getPayload());
			this.work.log(text(message, "eventId"), text(message, "eventType"), event.get("orderId").stringValue(),
					new String(message.getPayload()));
		});
	}

	private static String text(Message<?> message, String header) {
		return (message.getHeaders().get(header) instanceof byte[] bytes) ? new String(bytes)
				: String.valueOf(message.getHeaders().get(header));
	}

	private void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((_) -> work.run());
	}

	private void publish(String topic, String orderId, ShopEvent event) {
		this.publisher
			.publish(new Outgoing(UUID.randomUUID().toString(), topic, orderId, this.json.writeValueAsString(event)));
	}

}
