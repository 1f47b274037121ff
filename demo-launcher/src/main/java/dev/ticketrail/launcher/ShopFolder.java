package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The folder of one shop: its servers' data, their logs, and the operator's password. One
 * shop at a time may use it.
 */
final class ShopFolder implements AutoCloseable {

	private final Path root;

	private final boolean temporary;

	private final FileChannel lock;

	private ShopFolder(Path root, boolean temporary, FileChannel lock) {
		this.root = root;
		this.temporary = temporary;
		this.lock = lock;
	}

	/**
	 * Opens a folder, or makes a temporary one.
	 * @throws CannotStartException when it cannot be used, or is in use
	 */
	static ShopFolder open(@Nullable Path kept) {
		try {
			Path root = (kept != null) ? Files.createDirectories(kept.toAbsolutePath().normalize())
					: Files.createTempDirectory("ticket-rail-");
			FileChannel lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!isOurs(lock)) {
				lock.close();
				throw new CannotStartException("another shop runs in " + root + "; choose another folder with --data");
			}
			return new ShopFolder(root, kept == null, lock);
		}
		catch (IOException ex) {
			throw new CannotStartException("the folder cannot be used: " + ex, ex);
		}
	}

	private static boolean isOurs(FileChannel lock) throws IOException {
		try {
			return lock.tryLock() != null;
		}
		catch (OverlappingFileLockException _) {
			return false;
		}
	}

	Path root() {
		return this.root;
	}

	Path data(String server) {
		return this.root.resolve(server);
	}

	Path log(String server) {
		return this.root.resolve("logs").resolve(server + ".log");
	}

	/** From the environment; else the one of the last time; else a new one. */
	String operatorPassword() {
		String given = System.getenv("OPERATOR_PASSWORD");
		if (given != null && !given.isBlank()) {
			return given;
		}
		Path file = this.root.resolve("operator-password");
		try {
			if (!Files.exists(file)) {
				byte[] random = new byte[12];
				new SecureRandom().nextBytes(random);
				Files.writeString(file, HexFormat.of().formatHex(random));
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new CannotStartException("the operator's password cannot be kept in " + file + ": " + ex, ex);
		}
	}

	/**
	 * Removes what was temporary, but for the logs of a shop that could not be started.
	 */
	void close(boolean failed) {
		try {
			this.lock.close();
		}
		catch (IOException _) {
			// the lock goes with the process at the latest
		}
		if (this.temporary && failed && Files.exists(this.root.resolve("logs"))) {
			for (String server : new String[] { "postgres", "kafka", "rabbit", "lock", "operator-password" }) {
				Folders.delete(this.root.resolve(server));
			}
		}
		else if (this.temporary) {
			Folders.delete(this.root);
		}
	}

	@Override
	public void close() {
		close(false);
	}

}
