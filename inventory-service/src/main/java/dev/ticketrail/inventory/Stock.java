package dev.ticketrail.inventory;

/**
 * The stock of one product while its row is locked. Remembers how much was taken, so that
 * a whole batch is written as one difference.
 */
final class Stock {

	private final StockLevel level;

	private int taken;

	private boolean low;

	Stock(StockLevel level) {
		this.level = level;
		this.low = level.low();
	}

	boolean covers(int quantity) {
		return quantity <= available();
	}

	/**
	 * Takes units for an order.
	 * @return whether the product fell below its threshold with this
	 */
	boolean take(int quantity) {
		if (!covers(quantity)) {
			throw new IllegalStateException(
					productId() + " has " + available() + " units available, " + quantity + " cannot be taken");
		}
		this.taken += quantity;
		boolean falls = !this.low && available() < threshold();
		this.low = this.low || falls;
		return falls;
	}

	/** Puts units of an order back. */
	void putBack(int quantity) {
		int reserved = this.level.reserved() + this.taken;
		if (quantity > reserved) {
			throw new IllegalStateException(
					productId() + " has " + reserved + " units reserved, " + quantity + " cannot be put back");
		}
		this.taken -= quantity;
		this.low = this.low && available() <= threshold();
	}

	String productId() {
		return this.level.productId();
	}

	String name() {
		return this.level.name();
	}

	int available() {
		return this.level.available() - this.taken;
	}

	int threshold() {
		return this.level.threshold();
	}

	/** Units taken since the row was read, negative where more were put back. */
	int taken() {
		return this.taken;
	}

	/**
	 * Whether the product fell below its threshold and has not been above it since.
	 */
	boolean low() {
		return this.low;
	}

}
