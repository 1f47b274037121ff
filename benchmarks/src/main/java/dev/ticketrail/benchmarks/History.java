package dev.ticketrail.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.ticketrail.events.Address;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.InventoryReserved;
import dev.ticketrail.events.Item;
import dev.ticketrail.events.OrderConfirmed;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentCompleted;
import dev.ticketrail.events.ShopEvent;
import dev.ticketrail.messaging.Wire;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Orders that were shipped long ago, as Kafka would retain their events. */
final class History implements AutoCloseable {

	/** How many events an order has. */
	static final int EVENTS = 5;

	private static final Customer CUSTOMER = new Customer("Ada Smith", "ada@example.com");

	private static final Address ADDRESS = new Address("123 Main St", "London", "EC1A 1BB");

	private static final List<Item> ITEMS = List.of(new Item("PROD-001", 2, new BigDecimal("29.99")),
			new Item("PROD-042", 1, new BigDecimal("49.99")));

	private static final List<InventoryReserved.ReservedItem> RESERVED = ITEMS.stream()
		.map((item) -> new InventoryReserved.ReservedItem(item.productId(), item.quantity()))
		.toList();

	private static final BigDecimal TOTAL = new BigDecimal("109.97");

	private final KafkaProducer<String, byte[]> producer;

	History(String bootstrapServers) {
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5", "compression.type", "lz4"),
				new StringSerializer(), new ByteArraySerializer());
	}

	/** Writes the events of so many orders, and returns when Kafka has them. */
	void write(int orders) {
		for (int i = 0; i < orders; i++) {
			String id = UUID.randomUUID().toString();
			send(id, OrderPlaced.TYPE,
					new OrderPlaced(id, "user-" + i, CUSTOMER, ITEMS, TOTAL, "EUR", ADDRESS, "pm_card_visa"));
			send(id, PaymentCompleted.TYPE, new PaymentCompleted(id, "ch_" + id, TOTAL, "EUR"));
			send(id, InventoryReserved.TYPE, new InventoryReserved(id, RESERVED));
			send(id, OrderConfirmed.TYPE, new OrderConfirmed(id, "user-" + i, CUSTOMER, ITEMS, TOTAL, "EUR", ADDRESS));
			send(id, OrderShipped.TYPE,
					new OrderShipped(id, "user-" + i, CUSTOMER, ITEMS, ADDRESS, "SHP-" + id, "DHL", "TRK" + i));
		}
		this.producer.flush();
	}

	private void send(String order, String topic, ShopEvent event) {
		String envelope = Wire.envelope(UUID.randomUUID(), topic, Instant.now().truncatedTo(ChronoUnit.MILLIS), event);
		this.producer.send(new ProducerRecord<>(topic, order, envelope.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
