package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

class PriorityTests {

	/** GNU's {@code nice} prints it; where it wants a command, {@code ps} does. */
	private static final List<String> NICENESS = List.of("sh", "-c", "nice 2> /dev/null || ps -o ni= -p $$");

	private static final Path GROUP = Path.of("/proc/self/autogroup");

	@Test
	void customersServiceComesFirst() throws IOException {
		int ours = Integer.parseInt(run(NICENESS));
		for (ShopService service : ShopService.values()) {
			int its = Integer.parseInt(run(Priority.of(service, NICENESS)));
			assertThat(its).isEqualTo((service == ShopService.ORDER) ? ours : Math.min(19, ours + 10));
		}
	}

	@Test
	@EnabledIf("hasSessionsThatShare")
	void itsSessionGivesWayAsAWhole() throws IOException {
		String ours = Files.readString(GROUP);
		assertThat(run(Priority.lower(List.of("cat", GROUP.toString())))).endsWith("nice 10")
			.doesNotStartWith(ours.split(" ")[0] + " ");
		assertThat(Files.readString(GROUP)).isEqualTo(ours);
	}

	@Test
	void commandIsTheSame() throws IOException {
		assertThat(run(Priority.lower(List.of("printf", "%s|", "a b", "$HOME", "\"", "")))).isEqualTo("a b|$HOME|\"||");
	}

	/** It is killed, frozen and measured by its id. */
	@Test
	void processIsTheCommandItself() throws IOException {
		Process process = Spawner.spawn(new ProcessBuilder(Priority.lower(List.of("sh", "-c", "echo $$"))));
		assertThat(process.inputReader().readLine()).isEqualTo(String.valueOf(process.pid()));
	}

	static boolean hasSessionsThatShare() {
		return Spawner.SETSID && Files.isWritable(GROUP);
	}

	private static String run(List<String> command) throws IOException {
		return new String(Spawner.spawn(new ProcessBuilder(command)).getInputStream().readAllBytes()).strip();
	}

}
