package dev.ticketrail.peers.twin;

import java.util.concurrent.CompletableFuture;

/** Sends with the broker's own client. */
public interface Wire {

	/** Done when the broker has acknowledged, failed when it has refused. */
	CompletableFuture<?> send(Outgoing event);

}
