package dev.ticketrail.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This JVM's own executable, and a class path for further JVMs.
 */
final class Java {

	private Java() {
	}

	static String executable() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * The jar that this is in; while it is compiled and not yet packaged, the folder.
	 */
	static Path launcher() {
		try {
			return Path.of(Java.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The launcher's jar with the libraries beside it: the same for all who start a
	 * server, so that they share an archive of its classes. Before it is packaged, this
	 * JVM's own.
	 */
	static String classPath() {
		Path jar = launcher();
		Path libraries = jar.resolveSibling("lib");
		if (!Files.isRegularFile(jar) || !Files.isDirectory(libraries)) {
			return System.getProperty("java.class.path");
		}
		try (Stream<Path> files = Files.list(libraries)) {
			return Stream.concat(Stream.of(jar), files.sorted())
				.map(Path::toString)
				.collect(Collectors.joining(File.pathSeparator));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> command(List<String> options, Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(executable());
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

}
