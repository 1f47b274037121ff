package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Builds, with Maven, the services' jars that are missing or older than their sources.
 */
final class Build {

	private static final List<String> SHARED = List.of("shared-events", "messaging", "service-defaults");

	private static final String REHEARSAL = "rehearsal";

	private final Path root;

	private final Repository repository;

	private volatile @Nullable Process maven;

	private volatile boolean cancelled;

	Build(Repository repository) {
		this.repository = repository;
		this.root = repository.root();
	}

	/**
	 * Builds what has to be built.
	 * @throws CannotStartException when it cannot
	 */
	void run(Collection<ShopService> wanted, Consumer<String> progress) {
		try {
			List<ShopService> stale = stale(wanted);
			List<String> modules = new ArrayList<>(stale.stream().map(ShopService::id).toList());
			if (isStale(this.repository.rehearsalJar(), REHEARSAL, shared())) {
				modules.add(REHEARSAL);
			}
			if (modules.isEmpty()) {
				return;
			}
			progress.accept("Building " + String.join(", ", modules) + "; the first time this takes minutes");
			run(modules);
			// Maven leaves a jar alone when nothing that matters has changed: it is up to
			// date all the same
			for (ShopService service : stale) {
				touch(this.repository.jar(service));
			}
			if (modules.contains(REHEARSAL)) {
				touch(this.repository.rehearsalJar());
			}
		}
		catch (IOException ex) {
			throw new CannotStartException("the services cannot be built: " + ex.getMessage(), ex);
		}
	}

	private static void touch(Path jar) throws IOException {
		Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
	}

	List<ShopService> stale(Collection<ShopService> wanted) throws IOException {
		FileTime shared = shared();
		List<ShopService> stale = new ArrayList<>();
		for (ShopService service : wanted) {
			if (isStale(this.repository.jar(service), service.id(), shared)) {
				stale.add(service);
			}
		}
		return stale;
	}

	/** When that was changed which reaches every jar. */
	private FileTime shared() throws IOException {
		FileTime shared = Files.getLastModifiedTime(this.root.resolve("pom.xml"));
		for (String module : SHARED) {
			shared = later(shared, newest(this.root.resolve(module)));
		}
		return shared;
	}

	private boolean isStale(Path jar, String module, FileTime shared) throws IOException {
		FileTime sources = later(shared, newest(this.root.resolve(module)));
		return !Files.exists(jar) || written(jar).compareTo(sources) < 0;
	}

	/** A reproducible jar carries a date that never changes; its inode knows better. */
	private static FileTime written(Path jar) throws IOException {
		return jar.getFileSystem().supportedFileAttributeViews().contains("unix")
				? (FileTime) Files.getAttribute(jar, "unix:ctime") : Files.getLastModifiedTime(jar);
	}

	private static FileTime newest(Path module) throws IOException {
		FileTime newest = FileTime.fromMillis(0);
		for (Path part : List.of(module.resolve("pom.xml"), module.resolve("src/main"))) {
			if (!Files.exists(part)) {
				continue;
			}
			try (Stream<Path> files = Files.walk(part)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					newest = later(newest, Files.getLastModifiedTime(file));
				}
			}
		}
		return newest;
	}

	private static FileTime later(FileTime one, FileTime other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	private void run(List<String> modules) throws IOException {
		Path mvn = Commands.find("mvn")
			.orElseThrow(() -> new CannotStartException("the services are not built, and there is no mvn on the PATH"));
		Process process = Spawner.spawn(new ProcessBuilder(mvn.toString(), "-B", "-ntp", "-q", "-Dstyle.color=never",
				"-Dmaven.test.skip=true", "-Drehearsal.skip=true", "-pl", String.join(",", modules), "-am", "package")
			.directory(this.root.toFile())
			.inheritIO());
		this.maven = process;
		if (this.cancelled) {
			process.destroy();
		}
		int exit = process.onExit().join().exitValue();
		if (exit != 0) {
			throw new CannotStartException("the services cannot be built: mvn ended with exit code " + exit);
		}
	}

	void cancel() {
		this.cancelled = true;
		Process running = this.maven;
		if (running != null) {
			running.descendants().forEach(ProcessHandle::destroy);
			running.destroy();
		}
	}

}
