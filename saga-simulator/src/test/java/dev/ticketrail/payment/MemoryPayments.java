package dev.ticketrail.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.ticketrail.simulator.memory.Copy;
import dev.ticketrail.simulator.memory.Database;
import dev.ticketrail.simulator.memory.Table;

/** Stands in for the table {@code payment}. */
class MemoryPayments implements Payments {

	private final Table<Payment> rows;

	MemoryPayments(Database database) {
		this.rows = database.table(Payment.class, Payment::orderId);
	}

	@Override
	public Optional<Payment> findById(String orderId) {
		return this.rows.find(orderId);
	}

	@Override
	public List<Payment> findAll(String[] orderIds) {
		return this.rows.findAll(List.of(orderIds), (_) -> true);
	}

	@Override
	public List<ChargedOrder> findCharged(String[] orderIds) {
		return this.rows.findAll(List.of(orderIds), (payment) -> payment.status() == PaymentStatus.CHARGED)
			.stream()
			.map((payment) -> new ChargedOrder(payment.orderId(), payment.chargeId()))
			.toList();
	}

	@Override
	public List<Payment> lock(String[] orderIds) {
		return findAll(orderIds);
	}

	@Override
	public Set<String> intend(String[] orderIds, BigDecimal[] amounts, String[] currencies, Instant now) {
		Set<String> fresh = new LinkedHashSet<>();
		for (int i = 0; i < orderIds.length; i++) {
			if (this.rows.insert(new Payment(orderIds[i], amounts[i], currencies[i], now))) {
				fresh.add(orderIds[i]);
			}
		}
		return fresh;
	}

	@Override
	public void voidUnknown(String[] orderIds, BigDecimal[] amounts, String[] currencies, String[] reasons,
			Instant now) {
		for (int i = 0; i < orderIds.length; i++) {
			this.rows.insert(Copy.read(Payment.class,
					Map.of("orderId", orderIds[i], "status", PaymentStatus.VOIDED, "amount", amounts[i], "currency",
							currencies[i], "cancellationReason", reasons[i], "createdAt", now, "updatedAt", now)));
		}
	}

}
