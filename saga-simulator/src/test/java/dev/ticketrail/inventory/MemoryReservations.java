package dev.ticketrail.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.inventory.Reservation.Status;
import dev.ticketrail.messaging.Wire;
import dev.ticketrail.simulator.memory.Copy;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;
import dev.ticketrail.testing.invariants.Facts;
import tools.jackson.databind.JsonNode;

/** Stands in for the table {@code reservation}. */
class MemoryReservations implements Reservations {

	private final Table<Reservation> rows;

	MemoryReservations(Database database) {
		this.rows = database.table(Reservation.class, Reservation::orderId);
	}

	@Override
	public List<String> reserve(String demands, Instant now) {
		List<String> fresh = new ArrayList<>();
		for (JsonNode demand : Wire.JSON.readTree(demands)) {
			String orderId = demand.get("orderId").stringValue();
			Map<String, Integer> lines = new LinkedHashMap<>();
			demand.get("lines").properties().forEach((line) -> lines.put(line.getKey(), line.getValue().intValue()));
			if (this.rows.insert(new Reservation(orderId, Status.RESERVED, lines, now))) {
				fresh.add(orderId);
			}
		}
		return fresh;
	}

	@Override
	public int reject(String[] orderIds) {
		List<Reservation> reserved = lockReserved(orderIds);
		reserved.forEach((reservation) -> {
			Copy.set(reservation, "status", Status.REJECTED);
			Copy.set(reservation, "lines", Map.of());
		});
		return reserved.size();
	}

	@Override
	public int cancelUnseen(String[] orderIds, Instant now) {
		int fresh = 0;
		for (String orderId : orderIds) {
			fresh += this.rows.insert(new Reservation(orderId, Status.CANCELLED, Map.of(), now)) ? 1 : 0;
		}
		return fresh;
	}

	@Override
	public List<Reservation> lockReserved(String[] orderIds) {
		return this.rows.findAll(List.of(orderIds), (reservation) -> reservation.status() == Status.RESERVED);
	}

	List<Facts.Reservation> facts() {
		return this.rows.rows()
			.stream()
			.map((reservation) -> new Facts.Reservation(reservation.orderId(), reservation.status().name(),
					reservation.lines(), (Instant) Copy.get(reservation, "changedAt")))
			.toList();
	}

}
