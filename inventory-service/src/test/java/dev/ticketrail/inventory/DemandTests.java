package dev.ticketrail.inventory;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class DemandTests {

	@Test
	void productInTwoLinesIsAddedUp() {
		Demand demand = Demand
			.of(Orders.placed(List.of(Orders.item("B", 2), Orders.item("A", 1), Orders.item("B", 3))));
		assertThat(demand.lines()).containsExactly(entry("A", 1), entry("B", 5));
	}

	@Test
	void absurdQuantitiesDoNotWrapAround() {
		Demand demand = Demand
			.of(Orders.placed(List.of(Orders.item("A", Integer.MAX_VALUE), Orders.item("A", Integer.MAX_VALUE))));
		assertThat(demand.lines()).containsExactly(entry("A", Integer.MAX_VALUE));
	}

}
