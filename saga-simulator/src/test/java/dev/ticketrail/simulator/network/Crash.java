package dev.ticketrail.simulator.network;

/**
 * The process is killed here. An error, so that nothing in the shop takes it for a
 * failure that could be handled; whoever plays the process catches it.
 */
public final class Crash extends Error {

	public Crash() {
		super("kill -9", null, false, false);
	}

}
