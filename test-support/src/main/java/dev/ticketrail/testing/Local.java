package dev.ticketrail.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import dev.ticketrail.launcher.CannotStartException;
import dev.ticketrail.launcher.Server;

import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Servers of this JVM, as processes of this machine with a temporary folder.
 */
final class Local {

	private Local() {
	}

	/**
	 * Starts a server; it ends after the last of Spring's contexts has been closed.
	 */
	static <S extends Server> S start(Function<Path, S> server) {
		Path folder = folder();
		try {
			S started = server.apply(folder);
			SpringApplication.getShutdownHandlers().add(() -> {
				started.close();
				delete(folder);
			});
			started.start();
			return started;
		}
		catch (CannotStartException ex) {
			delete(folder);
			throw ex;
		}
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("ticket-rail-test-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) {
		FileSystemUtils.deleteRecursively(folder.toFile());
	}

}
