package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

class PriorityTests {

	private static final Path GROUP = Path.of("/proc/self/autogroup");

	@Test
	void customersServiceComesFirst() throws IOException {
		int ours = Integer.parseInt(run(List.of("nice")));
		for (ShopService service : ShopService.values()) {
			int its = Integer.parseInt(run(Priority.of(service, List.of("nice"))));
			assertThat(its).isEqualTo((service == ShopService.ORDER) ? ours : Math.min(19, ours + 10));
		}
	}

	@Test
	@EnabledIf("hasSessionsThatShare")
	void itsSessionGivesWayAsAWhole() throws IOException {
		assertThat(run(Priority.lower(List.of("cat", GROUP.toString())))).endsWith("nice 10");
		assertThat(Files.readString(GROUP)).doesNotContain("nice 10");
	}

	@Test
	void commandIsTheSame() throws IOException {
		assertThat(run(Priority.lower(List.of("printf", "%s|", "a b", "$HOME", "\"", "")))).isEqualTo("a b|$HOME|\"||");
	}

	static boolean hasSessionsThatShare() {
		return Files.isWritable(GROUP);
	}

	private static String run(List<String> command) throws IOException {
		return new String(Spawner.spawn(new ProcessBuilder(command)).getInputStream().readAllBytes()).strip();
	}

}
