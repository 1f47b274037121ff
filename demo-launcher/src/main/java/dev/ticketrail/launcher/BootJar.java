package dev.ticketrail.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * An executable jar of Spring Boot, taken apart into jars that a plain class path can
 * name.
 *
 * @param mainClass the class to start
 * @param classes the jar of the service's own classes
 * @param libraries its libraries, in the order of their names
 */
record BootJar(String mainClass, Path classes, List<Path> libraries) {

	private static final String CLASSES = "BOOT-INF/classes/";

	private static final String LIBRARIES = "BOOT-INF/lib/";

	static BootJar unpack(Path file, JarStore store) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			String mainClass = jar.getManifest().getMainAttributes().getValue("Start-Class");
			if (mainClass == null) {
				throw new IOException(file + " is not an executable jar of Spring Boot");
			}
			List<Path> libraries = new ArrayList<>();
			for (ZipEntry entry : entries(jar, LIBRARIES)) {
				libraries.add(store.keep(entry.getName().substring(LIBRARIES.length()), entry.getCrc(),
						(out) -> copy(jar, entry, out)));
			}
			return new BootJar(mainClass, classes(file, jar, store), libraries);
		}
	}

	private static Path classes(Path file, JarFile jar, JarStore store) throws IOException {
		List<ZipEntry> entries = entries(jar, CLASSES);
		CRC32 checksum = new CRC32();
		entries.forEach((entry) -> checksum.update((entry.getName() + entry.getCrc()).getBytes()));
		return store.keep(file.getFileName().toString(), checksum.getValue(), (out) -> {
			JarOutputStream classes = new JarOutputStream(out);
			for (ZipEntry entry : entries) {
				classes.putNextEntry(new ZipEntry(entry.getName().substring(CLASSES.length())));
				copy(jar, entry, classes);
			}
			classes.finish();
		});
	}

	/** Folders too: Spring finds no class in a jar without them. */
	private static List<ZipEntry> entries(JarFile jar, String folder) {
		return jar.stream()
			.filter((entry) -> entry.getName().startsWith(folder) && !entry.getName().equals(folder))
			.sorted((one, other) -> one.getName().compareTo(other.getName()))
			.map(ZipEntry.class::cast)
			.toList();
	}

	private static void copy(JarFile jar, ZipEntry entry, OutputStream out) throws IOException {
		try (InputStream content = jar.getInputStream(entry)) {
			content.transferTo(out);
		}
	}

}
