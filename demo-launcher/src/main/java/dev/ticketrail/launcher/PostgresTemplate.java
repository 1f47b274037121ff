package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A database cluster as {@code initdb} leaves it. To make one takes seconds, so it is
 * made once and kept beside {@linkplain PostgresBinaries the executables}; every new
 * server begins with a copy.
 */
final class PostgresTemplate {

	/** Part of the template's name: another way to make it is another template. */
	private static final List<String> OPTIONS = List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
			"--locale-provider=builtin", "--builtin-locale=C.UTF-8");

	private PostgresTemplate() {
	}

	/**
	 * Makes a server's data.
	 * @param data the folder, which does not exist or was left by an interrupted attempt
	 * @param administrator the superuser's name and password
	 * @param log where {@code initdb} says what it does
	 */
	static void copyTo(Path data, String administrator, Path log) throws IOException {
		Path template = template(administrator, log);
		Path fresh = data.toAbsolutePath().resolveSibling(data.getFileName() + ".new");
		Folders.delete(fresh);
		Files.createDirectories(fresh.getParent());
		Folders.copy(template, fresh);
		initdb(List.of("--sync-only", "-D", fresh.toString()), log);
		Files.move(fresh, data);
	}

	private static Path template(String administrator, Path log) throws IOException {
		Path binaries = PostgresBinaries.unpacked();
		Path template = binaries.resolveSibling(
				"%s-template-%08x".formatted(binaries.getFileName(), List.of(OPTIONS, administrator).hashCode()));
		if (!Files.exists(template)) {
			make(template, administrator, log);
		}
		return template;
	}

	/** Several processes may come here at once: the first one's work is kept. */
	private static void make(Path template, String administrator, Path log) throws IOException {
		Path workplace = Files.createTempDirectory(template.getParent(), "initdb-");
		try {
			Path fresh = workplace.resolve("data");
			Path password = Files.writeString(workplace.resolve("password"), administrator);
			List<String> arguments = new ArrayList<>(
					List.of("-D", fresh.toString(), "-U", administrator, "--pwfile", password.toString()));
			arguments.addAll(OPTIONS);
			initdb(arguments, log);
			Files.move(fresh, template, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			if (!Files.exists(template)) {
				throw ex;
			}
		}
		finally {
			Folders.delete(workplace);
		}
	}

	private static void initdb(List<String> arguments, Path log) throws IOException {
		List<String> command = PostgresBinaries.command("initdb");
		command.addAll(arguments);
		Process initdb = Spawner.spawn(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
		int exit = initdb.onExit().join().exitValue();
		if (exit != 0) {
			throw new IOException("initdb ended with exit code " + exit + " (log: " + log + ")");
		}
	}

}
