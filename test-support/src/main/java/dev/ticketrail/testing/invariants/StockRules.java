package dev.ticketrail.testing.invariants;

import java.util.HashMap;
import java.util.Map;

import dev.ticketrail.testing.invariants.Facts.Reservation;

/** I5: what has left the shelf is what the orders hold. */
final class StockRules {

	private StockRules() {
	}

	static void check(Facts facts, Findings findings) {
		Map<String, Integer> held = new HashMap<>();
		facts.reservations()
			.stream()
			.filter(Reservation::holds)
			.forEach((reservation) -> reservation.lines()
				.forEach((product, units) -> held.merge(product, units, Integer::sum)));
		facts.stock().forEach((stock) -> {
			int units = held.getOrDefault(stock.productId(), 0);
			if (stock.available() < 0) {
				findings.add(Invariant.I5, stock.productId(), "there are " + stock.available() + " units");
			}
			if (stock.initial() != stock.available() + units || stock.reserved() != units) {
				findings.add(Invariant.I5, stock.productId(),
						"initial <> available + held: %d <> %d + %d, and reserved is %d".formatted(stock.initial(),
								stock.available(), units, stock.reserved()));
			}
		});
	}

}
