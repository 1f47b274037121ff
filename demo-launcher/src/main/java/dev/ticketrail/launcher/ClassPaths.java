package dev.ticketrail.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The services' class paths. All of them begin with the same jar, which stands for every
 * library that all services have, and for the rehearsal: what the JVM keeps about these
 * serves each of them (see {@link AotCache}).
 *
 * @param common what every class path begins with
 * @param shared what {@code common} stands for
 * @param services the services that are built
 */
record ClassPaths(Path common, List<Path> shared, Map<ShopService, BootJar> services) {

	private static final String REHEARSAL = "rehearsal.jar";

	/** Unpacks the services that are built. */
	static ClassPaths unpack(Repository repository) throws IOException {
		JarStore store = new JarStore(repository.unpacked());
		Map<ShopService, BootJar> services = new EnumMap<>(ShopService.class);
		for (ShopService service : ShopService.values()) {
			if (Files.exists(repository.jar(service))) {
				services.put(service, BootJar.unpack(repository.jar(service), store));
			}
		}
		List<Path> shared = new ArrayList<>(services.values()
			.stream()
			.map(BootJar::libraries)
			.reduce((some, others) -> some.stream().filter(others::contains).toList())
			.orElse(List.of()));
		if (Files.exists(repository.rehearsalJar())) {
			byte[] rehearsal = Files.readAllBytes(repository.rehearsalJar());
			shared.add(store.keep(REHEARSAL, checksum(rehearsal), (out) -> out.write(rehearsal)));
		}
		return new ClassPaths(common(shared, store), shared, services);
	}

	/** An empty jar that pulls others in: a class path that a person can read. */
	private static Path common(List<Path> jars, JarStore store) throws IOException {
		String names = jars.stream()
			.map((jar) -> store.folder().toUri().relativize(jar.toUri()).toString())
			.collect(Collectors.joining(" "));
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, names);
		return store.keepOnTop("common.jar", checksum(names.getBytes()),
				(out) -> new JarOutputStream(out, manifest).finish());
	}

	private static long checksum(byte[] content) {
		CRC32 checksum = new CRC32();
		checksum.update(content);
		return checksum.getValue();
	}

	/** Whether there is a rehearsal, and something to rehearse for. */
	boolean canRehearse() {
		return !this.services.isEmpty() && this.shared.stream().anyMatch((jar) -> jar.endsWith(REHEARSAL));
	}

	/** JVM arguments: class path and main class. */
	List<String> arguments(ShopService service) throws IOException {
		BootJar jar = this.services.get(service);
		if (jar == null) {
			throw new IOException(service.id() + " is not built: mvn -DskipTests package");
		}
		Stream<Path> own = jar.libraries().stream().filter((library) -> !this.shared.contains(library));
		return List.of("-cp",
				Stream.concat(Stream.of(this.common, jar.classes()), own)
					.map(Path::toString)
					.collect(Collectors.joining(File.pathSeparator)),
				jar.mainClass());
	}

}
