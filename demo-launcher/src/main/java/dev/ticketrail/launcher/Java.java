package dev.ticketrail.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This JVM's own executable and class path, for further JVMs.
 */
final class Java {

	private Java() {
	}

	static String executable() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	static List<String> command(List<String> options, Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(executable());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

}
