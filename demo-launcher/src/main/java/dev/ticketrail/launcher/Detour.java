package dev.ticketrail.launcher;

/**
 * Where a service finds a server: at the server's own port, or at that of a proxy which
 * stands in between and can do what networks do.
 */
@FunctionalInterface
public interface Detour {

	/** The straight way. */
	Detour NONE = (_, _, port) -> port;

	/**
	 * The port that a service is told.
	 * @param client the instance, for example {@code email-service.2}
	 * @param server {@code postgres}, {@code kafka}, {@code rabbit} or {@code mail}
	 * @param port where the server listens, on loopback
	 */
	int port(String client, String server, int port);

}
