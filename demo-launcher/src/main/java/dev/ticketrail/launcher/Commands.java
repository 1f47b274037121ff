package dev.ticketrail.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's own commands: those that answer at once.
 */
final class Commands {

	private Commands() {
	}

	/**
	 * What a command prints; nothing when there is no such command, or when it fails.
	 */
	static Optional<String> output(String... command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return (process.waitFor() == 0) ? Optional.of(output) : Optional.empty();
		}
		catch (IOException _) {
			return Optional.empty();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/**
	 * Finds an executable on the {@code PATH}, then in the given folders.
	 */
	static Optional<Path> find(String executable, String... folders) {
		String path = System.getenv().getOrDefault("PATH", "");
		return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of(folders))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, executable))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
