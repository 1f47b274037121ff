package dev.ticketrail.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is when processes want more than there are cores. A customer waits for
 * order-service; nobody waits for the five others or for the mail server, and what has
 * gathered for them meanwhile costs them less. So they run at a lower priority.
 * <p>
 * {@code nice} alone does not do it on Linux: where the kernel shares the cores among
 * sessions ({@code autogroup}, see sched(7)), it counts within one only, and
 * {@link Spawner} gives each process its own. The session is made to give way as a whole,
 * then. The kernel lets all users but root change ten sessions a second together, so this
 * is tried for a while; a service's log says if it was in vain.
 */
public final class Priority {

	private static final int NICENESS = 10;

	private static final String GIVE_WAY = """
			attempts=20
			while [ -w /proc/self/autogroup ] && ! echo "$0" 2> /dev/null > /proc/self/autogroup; do
				attempts=$((attempts - 1))
				[ $attempts -gt 0 ] || { echo "This session keeps its priority: $(cat /proc/self/autogroup)"; break; }
				sleep 0.1
			done
			exec nice -n "$0" "$@"
			""";

	private static final String BE_NICE = "exec nice -n \"$0\" \"$@\"";

	private static final boolean NICE = Commands.output("nice", "-n", "1", "sh", "-c", "true").isPresent();

	private Priority() {
	}

	/** The command that starts a service, with the priority that it should have. */
	public static List<String> of(ShopService service, List<String> command) {
		return (service == ShopService.ORDER) ? command : lower(command);
	}

	static List<String> lower(List<String> command) {
		if (!NICE) {
			return command;
		}
		List<String> lowered = new ArrayList<>(
				List.of("sh", "-c", Spawner.SETSID ? GIVE_WAY : BE_NICE, String.valueOf(NICENESS)));
		lowered.addAll(command);
		return lowered;
	}

}
