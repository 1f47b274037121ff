package dev.ticketrail.payment;

/** Where a payment stands. The last three are final. */
public enum PaymentStatus {

	/** The gateway is being asked; whether it has charged is not known yet. */
	CHARGING,

	/** Cancelled while the gateway was being asked: what it charges goes back at once. */
	CANCELLING,

	/** Paid. */
	CHARGED,

	/** The gateway refused. */
	DECLINED,

	/** Paid, and all of it paid back. */
	REFUNDED,

	/** Cancelled before it was placed, seen from here: never charged. */
	VOIDED

}
