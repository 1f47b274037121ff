package dev.ticketrail.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps jars under their checksums and never changes one. So two services share a library
 * only where it is the same to the bit, a JVM that runs keeps what it has opened, and an
 * AOT cache stays valid for what it was trained on.
 *
 * @param folder where they are
 */
record JarStore(Path folder) {

	/** Writes a jar that is not there yet, and says where it is. */
	Path keep(String name, long checksum, Content content) throws IOException {
		return keep(this.folder.resolve(name + "-" + Long.toHexString(checksum)).resolve(name), content);
	}

	/** The same for a jar that refers to others by where they are, seen from here. */
	Path keepOnTop(String name, long checksum, Content content) throws IOException {
		return keep(this.folder.resolve(Long.toHexString(checksum) + "-" + name), content);
	}

	private static Path keep(Path file, Content content) throws IOException {
		if (!Files.exists(file)) {
			Files.createDirectories(file.getParent());
			Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
			try (OutputStream out = Files.newOutputStream(fresh)) {
				content.write(out);
			}
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return file;
	}

	interface Content {

		void write(OutputStream out) throws IOException;

	}

}
