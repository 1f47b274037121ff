package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders that hold servers' data.
 */
final class Folders {

	private Folders() {
	}

	/**
	 * Deletes a folder with all that is in it; what cannot be deleted stays.
	 */
	static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException | java.io.UncheckedIOException _) {
			// a process that has just been stopped may still delete its own files
		}
	}

}
