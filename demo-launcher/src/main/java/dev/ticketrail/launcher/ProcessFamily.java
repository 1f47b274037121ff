package dev.ticketrail.launcher;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process and all that it has started.
 *
 * @param head the process itself
 */
record ProcessFamily(Process head) {

	/** Sends a signal to each of them. */
	void signal(String signal) {
		members().forEach((member) -> signal(signal, member));
	}

	/** Sends a signal to one process. */
	static void signal(String signal, ProcessHandle process) {
		Commands.output("kill", "-" + signal, String.valueOf(process.pid()));
	}

	/** Whether each of them is stopped or dead; also where there is no {@code ps}. */
	boolean isStopped() {
		String ids = members().map((member) -> String.valueOf(member.pid())).collect(Collectors.joining(","));
		return Commands.output("ps", "-o", "stat=", "-p", ids)
			.stream()
			.flatMap(String::lines)
			.allMatch((state) -> state.matches("[TZ].*"));
	}

	private Stream<ProcessHandle> members() {
		return Stream.concat(Stream.of(this.head.toHandle()), this.head.descendants());
	}

}
