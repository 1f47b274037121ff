package dev.ticketrail.shipping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.ticketrail.messaging.Wire;
import dev.ticketrail.shipping.Shipment.Status;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import dev.ticketrail.testing.invariants.Facts;

/** Stands in for the table {@code shipment}. */
public class MemoryShipments implements Shipments {

	private final Table<Shipment> rows;

	MemoryShipments(Database database) {
		this.rows = database.table(Shipment.class, Shipment::orderId);
	}

	@Override
	public Optional<Shipment> findById(String orderId) {
		return this.rows.find(orderId);
	}

	@Override
	public List<String> ship(String parcels, Instant now) {
		List<String> fresh = new ArrayList<>();
		Wire.JSON.readTree(parcels).properties().forEach((entry) -> {
			Parcel parcel = Wire.JSON.treeToValue(entry.getValue(), Parcel.class);
			if (this.rows.insert(new Shipment(entry.getKey(), Status.SHIPPED, now, parcel))) {
				fresh.add(entry.getKey());
			}
		});
		return fresh;
	}

	@Override
	public List<String> voidUndecided(String[] orderIds, Instant now) {
		return Arrays.stream(orderIds)
			.filter((orderId) -> this.rows.insert(new Shipment(orderId, Status.VOIDED, now, null)))
			.toList();
	}

	@Override
	public List<Shipment> lockShipped(String[] orderIds) {
		return this.rows.findAll(List.of(orderIds), (shipment) -> shipment.status() == Status.SHIPPED);
	}

	public List<Facts.Shipment> facts() {
		return this.rows.rows()
			.stream()
			.map((shipment) -> new Facts.Shipment(shipment.orderId(), shipment.status().name(), shipment.decidedAt(),
					shipment.lateCancellationAt() != null))
			.toList();
	}

}
