package dev.ticketrail.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTests {

	/** So many blocks that they would meet if they were not claimed. */
	private static final int MANY = 1_500;

	@Test
	void noTwoThatRunSideBySideGetTheSamePort() throws Exception {
		List<Process> others = new ArrayList<>();
		try {
			Set<String> ports = new HashSet<>(take());
			for (int number = 0; number < 3; number++) {
				others.add(new ProcessBuilder(Java.command(System.getProperty("java.class.path"),
						List.of("-XX:TieredStopAtLevel=1"), PortsTests.class))
					.redirectError(ProcessBuilder.Redirect.INHERIT)
					.start());
			}
			for (Process other : others) {
				ports.addAll(other.inputReader().lines().limit(MANY).toList());
			}
			assertThat(ports).hasSize(4 * MANY).allSatisfy((port) -> assertThat(Integer.valueOf(port)).isPositive());
		}
		finally {
			others.forEach(Process::destroy);
		}
	}

	/** The others: each keeps what it has taken until it is ended, or its parent is. */
	public static void main(String[] args) throws IOException {
		take().forEach(System.out::println);
		while (System.in.read() >= 0) {
			// nothing is to be read
		}
	}

	private static List<String> take() {
		return Stream.generate(Ports::free).limit(MANY).map(String::valueOf).toList();
	}

}
