package dev.ticketrail.testing.invariants;

/** The invariants of {@code docs/guarantees.md}. */
public enum Invariant {

	/** Every committed event ends, for every subscribed group, processed or set aside. */
	I1,

	/** One event has its effect once in each group. */
	I2,

	/** Events of one aggregate are published in the order of their commits. */
	I3,

	/** Charged minus refunded is the sum of the orders that are paid and alive. */
	I4,

	/** Stock is never negative; initial = available + reserved-or-shipped. */
	I5,

	/** Every order is shipped or cancelled, and everybody agrees on which. */
	I6,

	/** Nobody is held up, and no good event is given up. */
	I7

}
