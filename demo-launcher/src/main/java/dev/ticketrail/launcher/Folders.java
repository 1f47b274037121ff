package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Folders that hold servers' data, and what is kept between runs.
 */
final class Folders {

	private Folders() {
	}

	/** Where this user's launchers keep what is made once and used again. */
	static Path kept() {
		return Path.of(System.getProperty("java.io.tmpdir"), "ticket-rail-" + System.getProperty("user.name"));
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

	/**
	 * Copies a folder with all that is in it, permissions included, to a place where
	 * nothing is.
	 */
	static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

}
