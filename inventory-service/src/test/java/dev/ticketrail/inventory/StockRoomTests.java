package dev.ticketrail.inventory;

import java.util.List;
import java.util.Map;

import dev.ticketrail.events.InventoryRejected.Shortage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StockRoomTests {

	private final StockRoom room = new StockRoom(
			List.of(new StockLevel("A", "Cup", 10, 0, 10, 2, false), new StockLevel("B", "Jug", 1, 4, 5, 0, false)));

	@Test
	void namesEveryLineThatIsShort() {
		Demand demand = Demand
			.of(Orders.placed(List.of(Orders.item("A", 10), Orders.item("B", 2), Orders.item("C", 1))));
		assertThat(this.room.shortages(demand)).containsExactly(new Shortage("B", 2, 1), new Shortage("C", 1, 0));
	}

	@Test
	void decidesAnOrderOnWhatTheOneBeforeItLeft() {
		Demand demand = Demand.of(Orders.placed("B"));
		assertThat(this.room.shortages(demand)).isEmpty();
		this.room.take(demand);
		assertThat(this.room.shortages(demand)).containsExactly(new Shortage("B", 1, 0));
	}

	@Test
	void tellsWhichProductsFell() {
		Demand demand = Demand.of(Orders.placed(List.of(Orders.item("A", 9), Orders.item("B", 1))));
		assertThat(this.room.take(demand)).extracting(Stock::productId).containsExactly("A");
	}

	@Test
	void putsBackAllLines() {
		this.room.take(Demand.of(Orders.placed("A", "B")));
		this.room.putBack(Map.of("A", 1, "B", 1));
		assertThat(this.room.stocks()).extracting(Stock::taken).containsOnly(0);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalStateException().isThrownBy(() -> this.room.putBack(Map.of("C", 1)))
			.withMessageContaining("C");
	}

}
