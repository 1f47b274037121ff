package dev.ticketrail.peers.handwritten;

import java.util.List;

import dev.ticketrail.peers.twin.Outgoing;

/** What one of the services does with its events. */
interface Role {

	/** What it listens to. */
	List<String> topics();

	/**
	 * Does what a batch of one topic's events asks for, within a transaction. Can be
	 * repeated.
	 * @return what follows from it, the same at each repetition
	 */
	List<Outgoing> take(String topic, List<Received> events);

}
