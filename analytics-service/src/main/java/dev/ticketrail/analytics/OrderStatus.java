package dev.ticketrail.analytics;

/**
 * How far an order has come. Events arrive in any order, so the furthest status wins: a
 * shipped order was placed, even if we hear of it last. Cancelled is the end of an order.
 */
enum OrderStatus {

	PLACED, CONFIRMED, SHIPPED, CANCELLED;

	/** From 1; 0 stands for an order of which no status is known. */
	int rank() {
		return ordinal() + 1;
	}

	static OrderStatus ofRank(int rank) {
		return values()[rank - 1];
	}

}
