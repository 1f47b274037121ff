package dev.ticketrail.peers.twin;

/** What distinguishes the twins: the way from a transaction to the broker. */
public interface Publisher {

	/** Called within the transaction that the event tells of. */
	void publish(Outgoing event);

}
