package dev.ticketrail.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's executables for this machine, unpacked once and kept in the temporary
 * folder for the next time.
 */
final class PostgresBinaries {

	private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

	private static @Nullable Path folder;

	private PostgresBinaries() {
	}

	/**
	 * The folder that holds {@code bin/postgres}. Several processes may ask at once.
	 */
	static synchronized Path unpacked() throws IOException {
		if (folder == null) {
			folder = unpack();
		}
		return folder;
	}

	/**
	 * How to run one of the executables. PostgreSQL refuses to run as root: in a user
	 * namespace of its own it does not see that it is.
	 */
	static List<String> command(String name) throws IOException {
		List<String> command = new ArrayList<>();
		if (ROOT) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(unpacked().resolve("bin").resolve(name).toString());
		return command;
	}

	private static Path unpack() throws IOException {
		byte[] archive = archive();
		CRC32 checksum = new CRC32();
		checksum.update(archive);
		Path home = Folders.kept().resolve("postgres-%08x".formatted(checksum.getValue()));
		if (Files.exists(home)) {
			return home;
		}
		Path parent = Files.createDirectories(home.toAbsolutePath().getParent());
		Path fresh = Files.createTempDirectory(parent, "unpacking-");
		unpack(archive, fresh);
		try {
			Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException ex) {
			Folders.delete(fresh);
			if (!Files.exists(home)) {
				throw ex;
			}
		}
		return home;
	}

	private static byte[] archive() throws IOException {
		String system = System.getProperty("os.name").startsWith("Windows") ? "Windows"
				: System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
		try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
				System.getProperty("os.arch"))) {
			return archive.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new IOException("no PostgreSQL binaries for " + system + " on " + System.getProperty("os.arch"), ex);
		}
	}

	private static void unpack(byte[] archive, Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = folder.resolve(entry.getName());
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.getParent());
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				}
				else {
					Files.copy(tar, file);
					if ((entry.getMode() & 0100) != 0) {
						file.toFile().setExecutable(true);
					}
				}
			}
		}
	}

}
