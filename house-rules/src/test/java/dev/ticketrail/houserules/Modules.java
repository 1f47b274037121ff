package dev.ticketrail.houserules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of all modules that run in production. */
final class Modules {

	private static final List<String> NAMES = Stream
		.concat(Stream.of("shared-events", "messaging", "service-defaults"),
				Shop.SERVICES.stream().map((service) -> service + "-service"))
		.toList();

	private Modules() {
	}

	/**
	 * Imports them.
	 * @throws IllegalStateException if one is not compiled: no rule may pass because
	 * there was nothing to look at
	 */
	static JavaClasses compiled() {
		List<Path> folders = NAMES.stream().map((name) -> Path.of("..", name, "target", "classes")).toList();
		List<Path> missing = folders.stream().filter((folder) -> !Files.isDirectory(folder.resolve("dev"))).toList();
		if (!missing.isEmpty()) {
			throw new IllegalStateException("Not compiled: " + missing + ". Build them first, or all with mvn verify.");
		}
		return new ClassFileImporter().importPaths(folders);
	}

}
