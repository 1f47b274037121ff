package dev.ticketrail.inventory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StockTests {

	@Test
	void takesUpToTheLastUnitAndNotOneMore() {
		Stock stock = stock(10, 0, 0);
		stock.take(10);
		assertThat(stock.available()).isZero();
		assertThat(stock.covers(1)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> stock.take(1))
			.withMessage("PROD-1 has 0 units available, 1 cannot be taken");
	}

	@Test
	void putsBackWhatIsReservedAndNotOneMore() {
		Stock stock = stock(10, 3, 0);
		stock.putBack(3);
		assertThat(stock.available()).isEqualTo(13);
		assertThat(stock.taken()).isEqualTo(-3);
		assertThatIllegalStateException().isThrownBy(() -> stock.putBack(1))
			.withMessage("PROD-1 has 0 units reserved, 1 cannot be put back");
	}

	@Test
	void fallsBelowItsThresholdOnce() {
		Stock stock = stock(10, 0, 5);
		assertThat(stock.take(5)).as("at the threshold").isFalse();
		assertThat(stock.take(1)).as("below it").isTrue();
		assertThat(stock.take(1)).as("further below").isFalse();
	}

	@Test
	void fallsAgainOnlyAfterItWasAboveTheThreshold() {
		Stock stock = stock(10, 0, 5);
		assertThat(stock.take(6)).isTrue();
		stock.putBack(1);
		assertThat(stock.low()).as("at the threshold").isTrue();
		assertThat(stock.take(1)).isFalse();
		stock.putBack(2);
		assertThat(stock.low()).as("above it").isFalse();
		assertThat(stock.take(2)).isTrue();
	}

	private static Stock stock(int available, int reserved, int threshold) {
		return new Stock(new StockLevel("PROD-1", "Cup", available, reserved, available + reserved, threshold, false));
	}

}
