package dev.ticketrail.launcher;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
	 * The launcher's jar and the libraries beside it: the same for all who start a server
	 * with it, so that they share an archive of its classes. This JVM's own class path
	 * where there is no such jar.
	 */
	static String classPath() {
		Path jar = launcher();
		Path libraries = jar.resolveSibling("lib");
		boolean complete = Files.isRegularFile(jar) && Files.isDirectory(libraries);
		return complete ? jar + File.pathSeparator + libraries + File.separator + "*"
				: System.getProperty("java.class.path");
	}

	static List<String> command(String classPath, List<String> options, Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(executable());
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

}
