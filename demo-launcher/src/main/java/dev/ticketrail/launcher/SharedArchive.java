package dev.ticketrail.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loaded classes that one JVM leaves to the next one of its kind. The first to end in
 * order writes the archive; the JVM checks that it fits, and writes it anew where it does
 * not; one that another JVM has spoilt does not fit. It only makes things faster.
 */
final class SharedArchive {

	private SharedArchive() {
	}

	/**
	 * The JVM arguments that use the archive for a class path, and make it where there is
	 * none. A class path with folders of classes in it has none.
	 */
	static List<String> arguments(String classPath) {
		if (!Stream.of(classPath.split(File.pathSeparator))
			.allMatch((entry) -> entry.endsWith(".jar") || entry.endsWith("*"))) {
			return List.of();
		}
		int key = List.of(classPath, Runtime.version(), Java.executable()).hashCode();
		try {
			Path folder = Files.createDirectories(Folders.kept());
			return List.of("-XX:+AutoCreateSharedArchive",
					"-XX:SharedArchiveFile=" + folder.resolve("classes-%08x.jsa".formatted(key)), "-Xlog:cds*=off",
					"-Xlog:aot*=off");
		}
		catch (IOException _) {
			return List.of();
		}
	}

}
